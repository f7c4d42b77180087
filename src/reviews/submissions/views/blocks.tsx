import type {
  Block,
  Board,
  Figure,
  List,
  Run,
  Table as DocumentTable,
} from '../../../platform/documents/document.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { PassageSource } from '../../passages/passage.js';
import { SourceLinks } from './source-links.js';

interface BlocksProps {
  blocks: readonly Block[];
  /** Number of the first numbered paragraph. */
  first: number;
  language: string;
  /** Of its highest headings, on the page. */
  level: 2 | 3;
  /** By unit. */
  sources?: ReadonlyMap<string, readonly PassageSource[]>;
}

/** A part of a document on a page; the numbers are those of the document, and after each passage stands where it comes from. */
export function Blocks({ blocks, first, language, level, sources }: BlocksProps) {
  let number = first;
  return (
    <div class="prose" lang={language} dir={directionOf(language)}>
      {blocks.map((block, index) => {
        const isNumbered = block.type === 'paragraph' && block.numbered;
        const count = isNumbered ? number++ : null;
        const unit = unitOf(block);
        const isLast = unit !== undefined && unit !== unitOf(blocks[index + 1]);
        const from = isLast ? sources?.get(unit) : undefined;
        return (
          <>
            <BlockView key={index} block={block} number={count} level={level} />
            {from && from.length > 0 && <SourceLinks sources={from} />}
          </>
        );
      })}
    </div>
  );
}

const unitOf = (block: Block | undefined) => (block && 'unit' in block ? block.unit : undefined);

function BlockView({ block, number, level }: { block: Block; number: number | null; level: 2 | 3 }) {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${block.level - 2 + level}` as 'h2' | 'h3' | 'h4';
      return (
        <Heading>
          {block.lead} {block.text}
        </Heading>
      );
    }
    case 'paragraph': {
      const words = (
        <>
          {number !== null && `${number}. `}
          <Runs runs={block.runs} />
        </>
      );
      const of = block.language ? { lang: block.language, dir: block.direction } : {};
      return block.style === 'quote' ? <blockquote {...of}>{words}</blockquote> : <p {...of}>{words}</p>;
    }
    case 'list':
      return <ListView list={block} />;
    case 'table':
      return <TableView table={block} />;
    case 'board':
      return <BoardView board={block} />;
    case 'figure':
      return <FigureView figure={block} />;
    case 'page-break':
      return null;
  }
}

function ListView({ list: { kind, start, items, language, direction } }: { list: List }) {
  const content = items.map(({ runs, list }, index) => (
    <li key={index}>
      <Runs runs={runs} />
      {list && <ListView list={list} />}
    </li>
  ));
  const of = { lang: language, dir: direction };
  if (kind === 'bullets') return <ul {...of}>{content}</ul>;
  return (
    <ol {...of} start={start} type={kind === 'letters' ? 'a' : '1'}>
      {content}
    </ol>
  );
}

const TableView = ({ table: { caption, columns, rows } }: { table: DocumentTable }) => (
  <Table
    caption={caption ?? ''}
    columns={columns.map(({ label, align }, column) => ({
      label,
      heading: column === 0,
      numeric: align === 'end',
      cell: (row: Run[][]) => <Runs runs={row[column] ?? []} />,
    }))}
    rows={rows}
    empty=""
  />
);

/** The picture itself is in the files: what it says stands here. */
function FigureView({ figure: { caption, picture, table } }: { figure: Figure }) {
  const { t } = usePage();
  return (
    <figure>
      {caption && <figcaption>{caption}</figcaption>}
      <p class="quiet">
        {t('submission.figure')} {picture.text}
      </p>
      {table && <TableView table={table} />}
    </figure>
  );
}

/** As a table: what it says is figures by objective. */
function BoardView({ board: { caption, legend, groups } }: { board: Board }) {
  const tiles = groups.flatMap((group) => group.tiles);
  const labels = tiles[0]?.figures.map(({ label }) => label) ?? [];
  return (
    <>
      <Table
        caption={caption ?? ''}
        rows={tiles}
        empty=""
        columns={[
          { label: '', heading: true, cell: ({ lead, label }) => `${lead} ${label}` },
          ...labels.map((label, index) => ({
            label,
            numeric: true,
            cell: ({ figures }: (typeof tiles)[number]) => figures[index]?.value ?? '',
          })),
        ]}
      />
      {legend && <p class="quiet">{legend}</p>}
    </>
  );
}

const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((run, index) => (
      <RunView key={index} run={run} />
    ))}
  </>
);

function RunView({ run: { text, language, direction, bold, italic, link, footnote } }: { run: Run }) {
  const note = typeof footnote === 'string' ? footnote : footnote?.map((one) => one.text).join('');
  const lines = text.split('\n').flatMap((line, index) => (index > 0 ? [<br key={index} />, line] : [line]));
  const marked = bold ? <strong>{lines}</strong> : italic ? <em>{lines}</em> : lines;
  const linked = link ? (
    <a href={link} rel="noopener">
      {marked}
    </a>
  ) : (
    marked
  );
  return (
    <>
      {language ? (
        <span lang={language} dir={direction ?? directionOf(language)}>
          {linked}
        </span>
      ) : (
        linked
      )}
      {note && <small class="quiet"> [{note}]</small>}
    </>
  );
}
