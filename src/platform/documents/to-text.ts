import { type PreparedText, type PreparedBlock, type Prepared } from './prepared.js';

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
      return block.items.map(joined);
    case 'table':
      return [
        block.caption ?? '',
        ...block.columns.map(({ label }) => label),
        ...block.rows.flat().map(joined),
      ];
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

const joined = ({ runs }: PreparedText) => runs.map(({ text }) => text).join('');
