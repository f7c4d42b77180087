import { Fragment } from 'preact';
import { useId } from 'preact/hooks';
import { safeLink } from '../documents/clean.js';
import type { TextBlock } from '../documents/markup/text-block.js';
import type { List, PlainRun, Run, Table } from '../documents/document.js';
import { usePage } from './page-context.js';
import { Wide } from './table.js';

/** The footnotes of one text, in the order of their marks. */
class Footnotes {
  readonly all: PlainRun[][] = [];
  constructor(private readonly id: string) {}

  add(footnote: string | PlainRun[]): number {
    return this.all.push(typeof footnote === 'string' ? [{ text: footnote }] : footnote);
  }
  noteId = (number: number) => `note-${this.id}-${number}`;
  markId = (number: number) => `mark-${this.id}-${number}`;
}

/** Blocks of a text, with its footnotes below. */
export function ProseBlocks({ blocks }: { blocks: readonly TextBlock[] }) {
  const notes = new Footnotes(useId());
  // Marks are counted as they are written; the notes are written after them.
  const shown = blocks.map((block, index) => <Fragment key={index}>{blockOf(block, notes)}</Fragment>);
  return (
    <>
      {shown}
      {notes.all.length > 0 && <Notes notes={notes} />}
    </>
  );
}

function blockOf(block: TextBlock, notes: Footnotes) {
  switch (block.type) {
    case 'heading':
      return <p class="heading">{block.text}</p>;
    case 'list':
      return listOf(block, notes);
    case 'table':
      return (
        <ProseTable rows={block.rows.map((row) => row.map((cell) => words(cell, notes)))} table={block} />
      );
    case 'paragraph':
      return block.style === 'quote' ? (
        <blockquote>
          <p>{words(block.runs, notes)}</p>
        </blockquote>
      ) : (
        <p>{words(block.runs, notes)}</p>
      );
  }
}

function listOf({ kind, start, items }: List, notes: Footnotes) {
  const inside = items.map(({ runs, list }, index) => (
    <li key={index}>
      {words(runs, notes)}
      {list && listOf(list, notes)}
    </li>
  ));
  if (kind === 'bullets') return <ul>{inside}</ul>;
  return (
    <ol start={start} class={kind === 'letters' ? 'letters' : undefined}>
      {inside}
    </ol>
  );
}

function ProseTable({ table, rows }: { table: Table; rows: preact.JSX.Element[][] }) {
  const { t } = usePage();
  const { columns } = table;
  const lookOf = (index: number) => (columns[index]?.align === 'end' ? 'number' : undefined);
  return (
    <Wide label={t('prose.table')}>
      <table>
        {columns.some(({ label }) => label !== '') && (
          <thead>
            <tr>
              {columns.map(({ label }, index) => (
                <th key={index} scope="col" class={lookOf(index)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={lookOf(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const words = (runs: readonly Run[], notes: Footnotes) => (
  <>
    {runs.map((run, index) => (
      <Fragment key={index}>
        {look(run)}
        {run.footnote && <NoteMark number={notes.add(run.footnote)} notes={notes} />}
      </Fragment>
    ))}
  </>
);

function look({ text, bold, italic, link }: PlainRun) {
  let shown = <>{text}</>;
  if (italic) shown = <i>{shown}</i>;
  if (bold) shown = <b>{shown}</b>;
  const address = link && safeLink(link);
  if (!address) return shown;
  // An address is read from the left, in every language.
  const isAddress = link.endsWith(text);
  return (
    <a href={address} rel="noopener noreferrer" dir={isAddress ? 'ltr' : undefined}>
      {shown}
    </a>
  );
}

function NoteMark({ number, notes }: { number: number; notes: Footnotes }) {
  const { t } = usePage();
  return (
    <sup>
      <a
        id={notes.markId(number)}
        href={`#${notes.noteId(number)}`}
        role="doc-noteref"
        aria-label={t('prose.note', { number })}
      >
        {number}
      </a>
    </sup>
  );
}

function Notes({ notes }: { notes: Footnotes }) {
  const { t } = usePage();
  return (
    <ol class="notes">
      {notes.all.map((runs, index) => (
        <li key={index} id={notes.noteId(index + 1)}>
          {runs.map((run, at) => (
            <Fragment key={at}>{look(run)}</Fragment>
          ))}{' '}
          <a
            href={`#${notes.markId(index + 1)}`}
            role="doc-backlink"
            aria-label={t('prose.toMark', { number: index + 1 })}
          >
            ↑
          </a>
        </li>
      ))}
    </ol>
  );
}
