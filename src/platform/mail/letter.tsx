import { render } from 'preact-render-to-string';
import { directionOf } from '../i18n/i18n.js';

export interface LetterItem {
  title: string;
  /** Language of the title when it is not the letter's. */
  language?: string;
  detail?: string;
  href: string;
  /** Words of the link. */
  action: string;
  /** What else can be done about this one. */
  links?: LetterLink[];
}

export interface LetterLink {
  label: string;
  href: string;
}

/** A mail before it has a form: the text and the HTML are made of the same parts. */
export interface Letter {
  language: string;
  subject: string;
  greeting: string;
  paragraphs: string[];
  items?: LetterItem[];
  /** The one thing to do. */
  action?: LetterLink;
  /** Why this mail came, and how to have fewer. */
  footer: string[];
  /** Below the footer: how to have none. */
  links?: LetterLink[];
}

/** The letter as plain text and as HTML that needs no style sheet, image or script. */
export function writeLetter(letter: Letter): { subject: string; text: string; html: string } {
  // A line break in a header would let a title add headers of its own.
  const subject = letter.subject.replace(/\s+/g, ' ').trim();
  return {
    subject,
    text: asText(letter),
    html: `<!doctype html>${render(<AsHtml {...letter} subject={subject} />)}`,
  };
}

function asText({ language, greeting, paragraphs, items = [], action, footer, links = [] }: Letter): string {
  const colon = language === 'fr' ? FRENCH_COLON : ':';
  const asLine = ({ label, href }: LetterLink) => `${label}${colon} ${href}`;
  const blocks = [
    greeting,
    ...paragraphs,
    ...items.map((item) =>
      [
        `- ${item.title}`,
        item.detail && `  ${item.detail}`,
        `  ${item.action}${colon} ${item.href}`,
        ...(item.links ?? []).map((link) => `  ${asLine(link)}`),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    action && `${action.label}${colon}\n${action.href}`,
    `-- \n${[...footer, ...links.map(asLine)].join('\n')}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** With the space before it that does not break. */
const FRENCH_COLON = '\u00a0:';

const ink = '#1d1f21';
const quiet = '#595e63';
const accent = '#0b5d66';
const font = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;line-height:1.5;';

function AsHtml({ language, subject, greeting, paragraphs, items = [], action, footer, links = [] }: Letter) {
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
              <a href={item.href} style={`color:${accent};`}>
                {item.action}
              </a>
              <QuietLinks links={item.links ?? []} />
            </div>
          ))}
          {action && (
            <p style="margin:0 0 24px;">
              <a
                href={action.href}
                style={`display:inline-block;padding:10px 20px;background:${accent};color:#ffffff;text-decoration:none;border-radius:4px;`}
              >
                {action.label}
              </a>
            </p>
          )}
          <hr style="border:0;border-top:1px solid #d9d9d3;margin:24px 0 12px;" />
          {footer.map((line) => (
            <p key={line} style={`margin:0 0 4px;color:${quiet};font-size:14px;`}>
              {line}
            </p>
          ))}
          <QuietLinks links={links} />
        </div>
      </body>
    </html>
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
