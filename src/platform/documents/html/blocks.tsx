import type { Labels } from '../document.js';
import { BoardBlock } from './board.js';
import { TableBlock } from './table.js';
import { Caption, Runs, Said } from './text.js';
import {
  captionText,
  type Prepared,
  type PreparedBlock,
  type PreparedFigure,
  type PreparedHeading,
  type PreparedList,
  type PreparedParagraph,
} from '../prepared.js';

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
    case 'figure':
      return <FigureBlock figure={block} document={document} />;
    case 'board':
      return <BoardBlock board={block} />;
    case 'page-break':
      return <div class="page-break" />;
  }
}

function HeadingBlock({ heading: { level, text, lead, anchor } }: { heading: PreparedHeading }) {
  const Tag = `h${level + 1}` as 'h2' | 'h3' | 'h4';
  return (
    <Tag id={anchor}>
      {lead && <span class="lead">{lead} </span>}
      <span>
        <Said text={text} />
      </span>
    </Tag>
  );
}

function ParagraphBlock({ paragraph, labels }: { paragraph: PreparedParagraph; labels: Labels }) {
  const { style, number, anchor, runs, language, direction } = paragraph;
  const text = <Runs runs={runs} labels={labels} />;
  const own = { lang: language, dir: direction };
  if (style === 'quote' && number === undefined)
    return (
      <blockquote {...own}>
        <p>{text}</p>
      </blockquote>
    );
  return (
    <p id={anchor} class={style === 'normal' ? undefined : style} {...own}>
      {number !== undefined && <span class="number">{number} </span>}
      {text}
    </p>
  );
}

function ListBlock({ list, labels }: { list: PreparedList; labels: Labels }) {
  const Tag = list.kind === 'bullets' ? 'ul' : 'ol';
  return (
    // Lists without markers lose their role in Safari; the markers are text here, so that they can be copied.
    <Tag class="marked" role="list" lang={list.language} dir={list.direction}>
      {list.items.map(({ marker, runs, language, direction, list: inner }) => (
        <li lang={language} dir={direction}>
          <span class="marker">{marker} </span>
          <div>
            <Runs runs={runs} labels={labels} />
            {inner && <ListBlock list={inner} labels={labels} />}
          </div>
        </li>
      ))}
    </Tag>
  );
}

function FigureBlock({ figure, document }: { figure: PreparedFigure; document: Prepared }) {
  const { caption, picture, table } = figure;
  return (
    <figure>
      {caption && (
        <figcaption>
          <Caption of={figure} />
        </figcaption>
      )}
      <img
        src={`data:image/png;base64,${picture.base64}`}
        alt={picture.text}
        width={picture.width}
        height={picture.height}
      />
      {table && <TableBlock table={table} document={document} name={captionText(figure) || undefined} />}
    </figure>
  );
}
