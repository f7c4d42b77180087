import type { Block, List, Run, Table } from '../../platform/documents/document.js';
import { wordsIn } from '../../platform/documents/word-count.js';

export interface Measure {
  words: number;
  /** With blanks, as forms count them. */
  characters: number;
}

/** How long blocks are, as the limits of documents count it: headings, tables and footnotes included. */
export function measureOf(blocks: readonly Block[] | null): Measure {
  const texts = (blocks ?? []).flatMap(textsOf).filter((text) => text !== '');
  return {
    words: texts.reduce((sum, text) => sum + wordsIn(text), 0),
    characters: texts.reduce((sum, text) => sum + [...text].length, 0),
  };
}

/** The texts of a block, each in one piece; footnotes apart. */
export function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return runTexts(block.runs);
    case 'list':
      return listTexts(block);
    case 'table':
      return tableTexts(block);
    case 'figure':
      return [block.caption ?? '', ...(block.table ? tableTexts(block.table) : [])];
    case 'board':
      return [
        block.caption ?? '',
        ...block.groups.flatMap(({ title, tiles }) => [
          title,
          ...tiles.flatMap(({ lead, label, figures }) => [
            lead,
            label,
            ...figures.flatMap((figure) => [figure.label, figure.value]),
          ]),
        ]),
        block.legend ?? '',
      ];
    case 'page-break':
      return [];
  }
}

const runTexts = (runs: readonly Run[]): string[] => [
  runs.map(({ text }) => text).join(''),
  ...runs.flatMap(({ footnote }) =>
    footnote === undefined
      ? []
      : [typeof footnote === 'string' ? footnote : footnote.map(({ text }) => text).join('')],
  ),
];

const listTexts = ({ items }: List): string[] =>
  items.flatMap(({ runs, list }) => [...runTexts(runs), ...(list ? listTexts(list) : [])]);

const tableTexts = ({ caption, columns, rows }: Table): string[] => [
  caption ?? '',
  ...columns.map(({ label }) => label),
  ...rows.flat().flatMap(runTexts),
];
