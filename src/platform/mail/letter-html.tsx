import { directionOf } from '../i18n/i18n.js';
import type { FramedLetter, LetterLink } from './letter.js';

const ink = '#1d1f21';
const quiet = '#595e63';
/** Where those who write have no colour of their own. */
const ACCENT = '#0b5d66';
const font = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;line-height:1.5;';

/** A letter as HTML that needs no style sheet, image or script. */
export function LetterHtml(letter: FramedLetter) {
  const {
    language,
    subject,
    greeting,
    paragraphs,
    items = [],
    action,
    links = [],
    footer,
    unsubscribe,
    accent = ACCENT,
  } = letter;
  const direction = directionOf(language);
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body
        dir={direction}
        style={`margin:0;padding:24px 16px;background:#ffffff;color:${ink};${font}font-size:16px;`}
      >
        <div style="max-width:600px;margin:0 auto;">
          <p style="margin:0 0 16px;">{greeting}</p>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} style="margin:0 0 16px;">
              {paragraph}
            </p>
          ))}
          {items.map((item) => (
            <div
              key={item.href}
              style={`margin:0 0 16px;padding:12px 16px;border:1px solid #d9d9d3;border-radius:4px;`}
            >
              <div lang={item.language} dir="auto" style="font-weight:600;">
                {item.title}
              </div>
              {item.detail && <div style={`color:${quiet};`}>{item.detail}</div>}
              {item.words?.map(({ label, text, language: of }) => (
                <div key={label} style="margin:8px 0;">
                  <div style={`color:${quiet};font-size:14px;`}>{label}</div>
                  <div lang={of} dir="auto" style="white-space:pre-wrap;">
                    {text}
                  </div>
                </div>
              ))}
              {item.button ? (
                <p style="margin:8px 0;">
                  <Button label={item.action} href={item.href} accent={accent} />
                </p>
              ) : (
                <a href={item.href} style={`color:${accent};`}>
                  {item.action}
                </a>
              )}
              <QuietLinks links={item.links ?? []} />
            </div>
          ))}
          {action && (
            <p style="margin:0 0 24px;">
              <Button {...action} accent={accent} />
            </p>
          )}
          <QuietLinks links={links} />
          <hr style="border:0;border-top:1px solid #d9d9d3;margin:24px 0 12px;" />
          {footer.map((line) => (
            <p key={line} style={`margin:0 0 4px;color:${quiet};font-size:14px;`}>
              {line}
            </p>
          ))}
          <QuietLinks links={unsubscribe ? [unsubscribe] : []} />
        </div>
      </body>
    </html>
  );
}

function Button({ label, href, accent }: LetterLink & { accent: string }) {
  return (
    <a
      href={href}
      style={`display:inline-block;padding:10px 20px;background:${accent};color:#ffffff;text-decoration:none;border-radius:4px;`}
    >
      {label}
    </a>
  );
}

function QuietLinks({ links }: { links: LetterLink[] }) {
  if (links.length === 0) return null;
  return (
    <div style={`color:${quiet};font-size:14px;margin:4px 0 0;`}>
      {links.map(({ label, href }, index) => (
        <span key={href}>
          {index > 0 && ' · '}
          <a href={href} style={`color:${quiet};`}>
            {label}
          </a>
        </span>
      ))}
    </div>
  );
}
