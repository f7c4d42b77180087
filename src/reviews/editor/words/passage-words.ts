import type { Block, List, PlainRun, Run, Table } from '../../../platform/documents/document.js';
import { saidIn, sealOfBlocks, takesNumber } from '../../passages/words-of.js';
import type { Passage, PassageWords } from '../../passages/passage.entity.js';

/**
 * What a passage says in one language, as documents have it; null for a translation that is not there. What was compiled
 * beside an original that was edited since translates something else, and is none.
 */
export function blocksIn(
  passage: Pick<Passage, 'words'>,
  language: string,
  original: string,
): Block[] | null {
  const { blocks, untranslated } = saidIn(passage.words, language, original);
  return untranslated || blocks.length === 0 ? null : blocks;
}

export const wordsRow = (passage: Pick<Passage, 'words'>, language: string): PassageWords | undefined =>
  passage.words.find((one) => one.language === language);

export const sealOf = sealOfBlocks;

/** How many paragraphs take a number: the same in every language, so that all versions number alike. */
export const numberedIn = (blocks: readonly Block[]): number => blocks.filter(takesNumber).length;

/** All that is read in the blocks, without its form: a line for each paragraph, item, row. */
export const textOf = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join('\n');

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [runsText(block.runs)];
    case 'list':
      return itemLines(block);
    case 'table':
      return tableLines(block);
    case 'figure':
      return [block.caption ?? '', ...(block.table ? tableLines(block.table) : [])].filter(Boolean);
    case 'board':
      return [block.caption ?? ''].filter(Boolean);
    case 'page-break':
      return [];
  }
}

const itemLines = ({ items }: List): string[] =>
  items.flatMap(({ runs, list }) => [runsText(runs), ...(list ? itemLines(list) : [])]);

const tableLines = ({ caption, columns, rows }: Table): string[] => [
  ...(caption ? [caption] : []),
  columns.map(({ label }) => label).join(' | '),
  ...rows.map((row) => row.map(runsText).join(' | ')),
];

export const runsText = (runs: readonly Run[]): string =>
  runs.map(({ text, footnote }) => (footnote ? `${text} [${noteText(footnote)}]` : text)).join('');

export const noteText = (note: string | readonly PlainRun[]): string =>
  typeof note === 'string' ? note : note.map(({ text }) => text).join('');
