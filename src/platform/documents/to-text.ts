import {
  captionText,
  type Prepared,
  type PreparedBlock,
  type PreparedList,
  type PreparedTable,
  type PreparedText,
} from './prepared.js';

/** Every text of the document in reading order, with the notes at the end. */
export function textsOf({ title, subtitle, facts, blocks, notes }: Prepared): string[] {
  return [
    title,
    subtitle ?? '',
    ...facts.flatMap(({ label, value }) => [label, value]),
    ...blocks.flatMap(blockTexts),
    ...notes.map(joined),
  ].filter((text) => text.trim() !== '');
}

function blockTexts(block: PreparedBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.lead ?? '', block.text];
    case 'paragraph':
      return [joined(block)];
    case 'list':
      return listTexts(block);
    case 'table':
      return tableTexts(block);
    case 'figure':
      return [captionText(block), ...(block.table ? tableTexts(block.table) : [])];
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

const listTexts = ({ items }: PreparedList): string[] =>
  items.flatMap((item) => [joined(item), ...(item.list ? listTexts(item.list) : [])]);

const tableTexts = (table: PreparedTable): string[] => [
  captionText(table),
  ...table.columns.map(({ label }) => label),
  ...table.rows.flat().map(joined),
];

const joined = ({ runs }: PreparedText) => runs.map(({ text }) => text).join('');
