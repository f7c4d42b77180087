import type { Labels } from './document.js';
import type {
  PreparedList,
  PreparedParagraph,
  PreparedHeading,
  PreparedBlock,
  Prepared,
} from './prepared.js';
import { Runs } from './html-text.js';
import { TableBlock } from './html-table.js';
import { BoardBlock } from './html-board.js';

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
    case 'figure':
      return null;
    case 'page-break':
      return <div class="page-break" />;
  }
}

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
