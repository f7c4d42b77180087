import type { Block, List, Run, Table } from '../../platform/documents/document.js';
import { lostReferences } from './lost-references.js';

/**
 * Blocks whose paragraphs are referred to by plain numbers in place of the keys they were compiled with, which may say
 * what they come from. A reference to a paragraph that is not there keeps its text alone, or goes where it has none; a
 * key that nothing refers to goes.
 */
export function referencesWithin(blocks: readonly Block[]): Block[] {
  const wanted = new Set<string>();
  for (const block of blocks) mapRuns(block, (run) => (run.see && wanted.add(run.see), run));
  const keys = new Map<string, string>();
  for (const block of blocks)
    if (block.type === 'paragraph' && block.key && block.numbered && wanted.has(block.key))
      keys.set(block.key, `p${keys.size + 1}`);
  const settled = (run: Run): Run => {
    if (run.see === undefined) return run;
    const { see, ...rest } = run;
    const key = keys.get(see);
    return key ? { ...rest, see: key } : rest;
  };
  return blocks.map((block) => {
    const said =
      block.type === 'paragraph'
        ? { ...block, runs: lostReferences(block.runs, (key) => keys.has(key)) }
        : block;
    const mapped = mapRuns(said, settled);
    if (mapped.type !== 'paragraph' || mapped.key === undefined) return mapped;
    const { key, ...rest } = mapped;
    const known = keys.get(key);
    return known ? { ...rest, key: known } : rest;
  });
}

/** A block with each of its runs changed. */
function mapRuns(block: Block, change: (run: Run) => Run): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, runs: block.runs.map(change) };
    case 'list':
      return listRuns(block, change);
    case 'table':
      return tableRuns(block, change);
    case 'figure':
      return block.table ? { ...block, table: tableRuns(block.table, change) } : block;
    default:
      return block;
  }
}

const listRuns = (list: List, change: (run: Run) => Run): List => ({
  ...list,
  items: list.items.map(({ runs, list: below }) => ({
    runs: runs.map(change),
    ...(below && { list: listRuns(below, change) }),
  })),
});

const tableRuns = (table: Table, change: (run: Run) => Run): Table => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell) => cell.map(change))),
});
