import { createHash } from 'node:crypto';
import type { Block, Document, List, Run } from '../../../platform/documents/document.js';
import { noteText } from '../words/passage-words.js';

/**
 * What blocks say, without what only the whole document or the program that wrote it decides: numbers, leads, languages,
 * widths. Of two texts that are alike here nobody changed a word, a list, a table, a link or a note.
 */
export const canonicalOf = (blocks: readonly Block[]): string =>
  JSON.stringify(blocks.map(shapeOf).filter((shape) => shape !== null));

function shapeOf(block: Block): unknown {
  switch (block.type) {
    case 'heading':
      return ['heading', tidy(block.text)];
    case 'paragraph':
      return [block.style === 'quote' ? 'quote' : 'paragraph', runsOf(block.runs)];
    case 'list':
      return listOf(block);
    case 'table':
      return [
        'table',
        tidy(block.caption ?? ''),
        block.columns.map(({ label }) => tidy(label)),
        block.rows.map((row) => row.map(runsOf)),
      ];
    case 'figure':
      return ['figure', tidy(block.picture.text)];
    case 'board':
      return ['board', tidy(block.caption ?? '')];
    case 'page-break':
      return null;
  }
}

const listOf = ({ kind, items }: List): unknown => [
  kind,
  items.map(({ runs, list }) => [runsOf(runs), ...(list ? [listOf(list)] : [])]),
];

/** Stretches of one look, since nobody sees where one run ends and the next begins. */
function runsOf(runs: readonly Run[]): unknown {
  const parts: { look: string; text: string }[] = [];
  for (const { text, bold, italic, link, footnote, see } of runs) {
    const look = `${bold ? 'b' : ''}${italic ? 'i' : ''}${link ?? ''}`;
    const last = parts.at(-1);
    const words = see ? '#' : text;
    if (last?.look === look) last.text += words;
    else parts.push({ look, text: words });
    if (footnote) parts.push({ look: 'note', text: noteText(footnote) });
  }
  const tidied = parts.map(({ look, text }) => [look, text.replace(/\s+/gu, ' ')] as const);
  const first = tidied.findIndex(([, text]) => text.trim() !== '');
  return tidied
    .slice(Math.max(0, first))
    .map(([look, text], index, all) => [
      look,
      index === 0 ? text.trimStart() : index === all.length - 1 ? text.trimEnd() : text,
    ])
    .filter(([, text]) => text !== '');
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SEALED = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-z]{4})$/;

/** What blocks say, in four characters: enough to see whether somebody changed them since. */
export const shortSeal = (blocks: readonly Block[]): string =>
  BigInt(`0x${createHash('sha256').update(canonicalOf(blocks)).digest('hex').slice(0, 15)}`)
    .toString(36)
    .padStart(4, '0')
    .slice(-4);

/** The blocks of each unit, in the order of the document. */
export function unitsOf(blocks: readonly Block[]): Map<string, Block[]> {
  const units = new Map<string, Block[]>();
  for (const block of blocks) {
    const unit = 'unit' in block ? block.unit : undefined;
    if (unit === undefined) continue;
    const there = units.get(unit);
    if (there) there.push(block);
    else units.set(unit, [block]);
  }
  return units;
}

/** A document whose passages are marked with what they say, too: a Word file that comes back tells what it was made from. */
export function sealedUnits<T extends Pick<Document, 'blocks'>>(document: T): T {
  const sealed = new Map(
    [...unitsOf(document.blocks)].map(([unit, blocks]) => [
      unit,
      ID.test(unit) ? unit.replaceAll('-', '') + shortSeal(blocks) : unit,
    ]),
  );
  const blocks = document.blocks.map((block) =>
    'unit' in block && block.unit !== undefined ? { ...block, unit: sealed.get(block.unit) } : block,
  );
  return { ...document, blocks };
}

/** The passage that a unit of a file was, and what it said; the id alone for a file from before there were seals. */
export function passageOfUnit(unit: string): { id: string; seal: string | null } | null {
  if (ID.test(unit)) return { id: unit, seal: null };
  const parts = SEALED.exec(unit);
  return parts && { id: parts.slice(1, 6).join('-'), seal: parts[6]! };
}
