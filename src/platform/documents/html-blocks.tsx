import { Fragment } from 'preact';
import type { Labels } from './document.js';
import type {
  Prepared,
  PreparedBlock,
  PreparedBoard,
  PreparedHeading,
  PreparedList,
  PreparedParagraph,
  PreparedRun,
  PreparedTable,
} from './prepare.js';

/** One block of the document as HTML. */
export function HtmlBlock({ block, document }: { block: PreparedBlock; document: Prepared }) {
  switch (block.type) {
    case 'heading':
      return <HeadingBlock heading={block} />;
    case 'paragraph':
      return <ParagraphBlock paragraph={block} labels={document.labels} />;
    case 'list':
      return <ListBlock list={block} labels={document.labels} />;
    case 'table':
      return <TableBlock table={block} document={document} />;
    case 'board':
      return <BoardBlock board={block} />;
    case 'page-break':
      return <div class="page-break" />;
  }
}

/** Text with its bold, italic, links and note marks. */
export function Runs({ runs, labels }: { runs: PreparedRun[]; labels: Labels }) {
  return (
    <>
      {runs.map((run) => (
        <>
          <Formatted run={run} />
          {run.note !== undefined && <NoteMark note={run.note} labels={labels} />}
        </>
      ))}
    </>
  );
}

function Formatted({ run: { text, bold, italic, link, language, direction } }: { run: PreparedRun }) {
  let content = <Lines text={text} />;
  if (italic) content = <i>{content}</i>;
  if (bold) content = <b>{content}</b>;
  if (link) content = <a href={link}>{content}</a>;
  if (!language && !direction) return content;
  return (
    <span lang={language} dir={direction}>
      {content}
    </span>
  );
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <Fragment key={index}>
        {index > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
);

const NoteMark = ({ note, labels }: { note: number; labels: Labels }) => (
  <sup>
    <a id={`mark-${note}`} href={`#note-${note}`} role="doc-noteref" aria-label={`${labels.note} ${note}`}>
      {note}
    </a>
  </sup>
);

function HeadingBlock({ heading: { level, text, lead, anchor } }: { heading: PreparedHeading }) {
  const Tag = `h${level + 1}` as 'h2' | 'h3' | 'h4';
  return (
    <Tag id={anchor}>
      {lead && <span class="lead">{lead} </span>}
      <span>{text}</span>
    </Tag>
  );
}

function ParagraphBlock({ paragraph, labels }: { paragraph: PreparedParagraph; labels: Labels }) {
  const { style, number, runs, language, direction } = paragraph;
  const text = <Runs runs={runs} labels={labels} />;
  const own = { lang: language, dir: direction };
  if (style === 'quote' && number === undefined)
    return (
      <blockquote {...own}>
        <p>{text}</p>
      </blockquote>
    );
  return (
    <p class={style === 'normal' ? undefined : style} {...own}>
      {number !== undefined && <span class="number">{number} </span>}
      {text}
    </p>
  );
}

const ListBlock = ({ list, labels }: { list: PreparedList; labels: Labels }) => (
  // Lists without markers lose their role in Safari; the markers are text here, so that they can be copied.
  <ul class="letters" role="list">
    {list.items.map(({ marker, runs, language, direction }) => (
      <li lang={language} dir={direction}>
        <span class="marker">{marker} </span>
        <span>
          <Runs runs={runs} labels={labels} />
        </span>
      </li>
    ))}
  </ul>
);

function TableBlock({
  table: { caption, columns, rows },
  document,
}: {
  table: PreparedTable;
  document: Prepared;
}) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const side = (align: string) =>
    align === 'center' ? 'center' : (align === 'start') === (document.direction === 'ltr') ? 'left' : 'right';
  return (
    <div class="table">
      <table>
        {caption && <caption>{caption}</caption>}
        <colgroup>
          {columns.map(({ width }) => (
            <col style={`width:${((width / total) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        {columns.some(({ label }) => label !== '') && (
          <thead>
            <tr>
              {columns.map(({ label, align }) =>
                label === '' ? (
                  <td />
                ) : (
                  <th scope="col" class={side(align)}>
                    {label}
                  </th>
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map(({ runs, language, direction }, index) => (
                <td class={side(columns[index]?.align ?? 'start')} lang={language} dir={direction}>
                  <Runs runs={runs} labels={document.labels} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const BoardBlock = ({ board: { caption, legend, groups, columns } }: { board: PreparedBoard }) => (
  <figure class="board" style={`--columns:${columns}`}>
    {caption && <figcaption>{caption}</figcaption>}
    {groups.map(({ title, tiles }) => (
      <>
        <p class="group">{title}</p>
        <ul role="list">
          {tiles.map(({ lead, label, figures, muted }) => (
            <li class={muted ? 'muted' : undefined}>
              <p>
                <b>{lead}</b> {label}
              </p>
              <dl>
                {figures.map((figure) => (
                  <div>
                    <dt>{figure.label}</dt> <dd>{figure.value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </>
    ))}
    {legend && <p class="legend">{legend}</p>}
  </figure>
);
