import { objectiveHref } from '../../../framework/framework.js';
import type { Block, Board as DocumentBoard, Run } from '../../../platform/documents/document.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { Board } from '../../../platform/web/board.js';
import { Table } from '../../../platform/web/table.js';

interface BlocksProps {
  blocks: Block[];
  /** Number of the first numbered paragraph. */
  first: number;
  language: string;
  /** Of its headings, on the page. */
  level: 3 | 4;
}

/** A chapter of the document as part of a page; the numbers are those of the document. */
export function Blocks({ blocks, first, language, level }: BlocksProps) {
  let number = first;
  return (
    <div class="prose" lang={language} dir={directionOf(language)}>
      {blocks.map((block, index) => {
        const count = number;
        if (block.type === 'paragraph') number += 1;
        return <BlockView key={index} block={block} number={count} level={level} />;
      })}
    </div>
  );
}

function BlockView({ block, number, level }: { block: Block; number: number; level: 3 | 4 }) {
  const Heading = `h${level}` as const;
  switch (block.type) {
    case 'heading':
      return (
        <Heading>
          {block.lead} {block.text}
        </Heading>
      );
    case 'paragraph':
      return (
        <p>
          {number}. <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map(({ runs }, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <Table
          caption={block.caption ?? ''}
          columns={block.columns.map(({ label, align }, column) => ({
            label,
            heading: column === 0,
            numeric: align === 'end',
            cell: (row: Run[][]) => <Runs runs={row[column] ?? []} />,
          }))}
          rows={block.rows}
          empty=""
        />
      );
    case 'board':
      return <BoardView board={block} />;
    case 'figure':
    case 'page-break':
      return null;
  }
}

const Runs = ({ runs }: { runs: Run[] }) => (
  <>
    {runs.map(({ text, language, footnote }, index) => (
      <>
        {language ? (
          <span key={index} lang={language} dir={directionOf(language)}>
            {text}
          </span>
        ) : (
          text
        )}
        {typeof footnote === 'string' && <small class="quiet"> [{footnote}]</small>}
      </>
    ))}
  </>
);

export function BoardView({ board }: { board: DocumentBoard }) {
  const groups = board.groups.map(({ title, tiles }) => ({
    title,
    tiles: tiles.map(({ lead, label, figures }) => ({
      lead,
      label,
      href: objectiveHref(Number(lead)),
      figures: figures.map((figure) => ({ label: figure.label, value: figure.value })),
    })),
  }));
  return (
    <>
      <Board groups={groups} label={board.caption ?? ''} />
      <p class="quiet">{board.legend}</p>
    </>
  );
}
