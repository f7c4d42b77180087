import type { Document } from './document.js';
import { prepare } from './prepare.js';
import { type PreparedText, type PreparedBlock, type Prepared } from './prepared.js';

/**
 * Words as United Nations page limits count them: headings, tables and footnotes included; the table of contents, the
 * page footer and automatic numbers are not. A word is what stands between spaces, as in Word's own counter, and each
 * Chinese or Japanese character counts as one.
 */
export function wordCount(document: Document): number {
  return textsOf(prepare(document)).reduce((sum, text) => sum + wordsIn(text), 0);
}

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

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WIDE_PUNCTUATION =
  /[\u3000-\u3004\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

function wordsIn(text: string): number {
  const spaced = text.replace(WIDE_PUNCTUATION, ' ').replace(IDEOGRAPH, ' x ');
  return spaced.split(/\s+/u).filter((word) => word !== '').length;
}
