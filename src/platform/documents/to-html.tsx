import { render } from 'preact-render-to-string';
import type { Document } from './document.js';
import { HtmlBlock } from './html/blocks.js';
import { Runs, Said, Way } from './html/text.js';
import { HTML_STYLE } from './html/style.js';
import { leadWidths } from './leads.js';
import { prepare } from './prepare.js';
import { type PreparedHeading, type Prepared } from './prepared.js';

/** The document as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
export function toHtml(document: Document): string {
  const page = (
    <Way.Provider value={document.direction}>
      <Page document={prepare(document)} />
    </Way.Provider>
  );
  return `<!doctype html>\n${render(page)}\n`;
}

function Page({ document }: { document: Prepared }) {
  const { title, subtitle, language, direction, facts, blocks, footer, orientation } = document;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* A constant of this folder, so nothing in it needs escaping; escaped, its quotes would break the style. */}
        <style dangerouslySetInnerHTML={{ __html: HTML_STYLE }} />
      </head>
      <body
        class={orientation}
        style={leadWidths(document)
          .map((width, index) => `--lead-${index + 1}:${width.toFixed(2)}em`)
          .join(';')}
      >
        <header>
          <Head document={document} />
          <h1>
            <Said text={title} />
          </h1>
          {subtitle && (
            <p class="subtitle">
              <Said text={subtitle} />
            </p>
          )}
          {facts.length > 0 && (
            <dl>
              {facts.map(({ label, value }) => (
                <div>
                  <dt>{label}</dt>
                  <dd>
                    <Said text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </header>
        <Contents document={document} />
        <main>
          {blocks.map((block) => (
            <HtmlBlock block={block} document={document} />
          ))}
        </main>
        <Notes document={document} />
        {footer && <footer>{footer}</footer>}
      </body>
    </html>
  );
}

/** Logo and masthead. */
function Head({ document: { logo, masthead } }: { document: Prepared }) {
  const mark = logo && <img class="logo" src={`data:image/png;base64,${logo.base64}`} alt={logo.text} />;
  if (!masthead) return mark ?? null;
  const { organization, symbol, lines, reference } = masthead;
  return (
    <div class="masthead">
      <p class="organization">
        <span>{organization}</span> {symbol && <b>{symbol}</b>}
      </p>
      <div class="reference">
        <div>{mark}</div>
        <div>
          {reference.map((line) => (
            <p>
              <Said text={line} />
            </p>
          ))}
        </div>
      </div>
      {lines.map((line) => (
        <p>
          <Said text={line} />
        </p>
      ))}
    </div>
  );
}

function Contents({ document: { contents, blocks } }: { document: Prepared }) {
  const headings = blocks.filter((block): block is PreparedHeading => block.type === 'heading');
  if (!contents || headings.length === 0) return null;
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">{contents}</h2>
      <ul>
        {headings.map(({ level, lead, text, anchor }) => (
          <li class={`level-${level}`}>
            <a href={`#${anchor}`}>
              {lead && <span class="lead">{lead} </span>}
              <span>
                <Said text={text} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Notes({ document }: { document: Prepared }) {
  const { notes, labels } = document;
  if (notes.length === 0) return null;
  return (
    <section class="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">{labels.notes}</h2>
      <ol>
        {notes.map(({ runs, language, direction }, index) => (
          <li id={`note-${index + 1}`} lang={language} dir={direction}>
            <Runs runs={runs} labels={labels} />{' '}
            <a
              href={`#mark-${index + 1}`}
              role="doc-backlink"
              aria-label={`${labels.backToText} (${index + 1})`}
            >
              ↑
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
