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

export interface PlacedText {
  /** The unit it belongs to, where it belongs to one. */
  unit?: string;
  text: string;
}

/** Every text that stands on a page with the unit it belongs to: those of `textsOf`, the head and foot of pages. */
export function placedTexts(document: Prepared): PlacedText[] {
  const { masthead, header, footer, blocks, notes } = document;
  const head = masthead
    ? [masthead.organization, masthead.symbol ?? '', ...masthead.lines, ...masthead.reference]
    : [];
  const units = new Map(blocks.flatMap((block) => notesOf(block).map((note) => [note, unitOf(block)])));
  return [
    ...[...head, header ?? '', footer ?? '', document.contents ?? ''].map((text) => ({ text })),
    ...textsOf({ ...document, blocks: [], notes: [] }).map((text) => ({ text })),
    ...blocks.flatMap((block) => blockTexts(block).map((text) => ({ ...unitOf(block), text }))),
    ...notes.map((note, index) => ({ ...units.get(index + 1), text: joined(note) })),
  ].filter(({ text }) => text.trim() !== '');
}

function blockTexts(block: PreparedBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.lead ?? '', block.text];
    case 'paragraph':
      return [joined(block)];
    case 'list':
      return itemsOf(block).map(joined);
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

const tableTexts = (table: PreparedTable): string[] => [
  captionText(table),
  ...table.columns.map(({ label }) => label),
  ...table.rows.flat().map(joined),
];

const itemsOf = ({ items }: PreparedList): PreparedText[] =>
  items.flatMap((item) => [item, ...(item.list ? itemsOf(item.list) : [])]);

/** The numbers of the notes in a block. */
function notesOf(block: PreparedBlock): number[] {
  const texts =
    block.type === 'paragraph'
      ? [block]
      : block.type === 'list'
        ? itemsOf(block)
        : block.type === 'table'
          ? block.rows.flat()
          : block.type === 'figure'
            ? (block.table?.rows.flat() ?? [])
            : [];
  return texts.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
}

const unitOf = (block: PreparedBlock): { unit?: string } =>
  'unit' in block && block.unit !== undefined ? { unit: block.unit } : {};
const joined = ({ runs }: PreparedText) => runs.map(({ text }) => text).join('');
