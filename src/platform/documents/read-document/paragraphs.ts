import type { Direction, Picture } from '../document.js';
import { chosen } from '../read-word/alternatives.js';
import type { XmlElement } from '../read-word/xml.js';
import type { ListPosition } from './list-definitions.js';
import { isJoined, isRead, type Mode, propertiesOf } from './mode.js';
import { inlineOf, type Inline, type Token } from './tokens.js';
import type { WordFile } from './word-file.js';

/** A paragraph as far as it is understood by itself. */
export interface ReadParagraph {
  kind: 'paragraph';
  style: string;
  list: ListPosition | null;
  direction: Direction;
  tokens: Token[];
  pictures: Picture[];
  keys: string[];
}
export interface ReadTable {
  kind: 'table';
  table: XmlElement;
}
export type Part = ReadParagraph | ReadTable;

/** Paragraphs and tables in their order, however they are wrapped; a paragraph whose mark is gone goes on in the next. */
export function partsOf(elements: readonly XmlElement[], file: WordFile, mode: Mode): Part[] {
  const parts: Part[] = [];
  let before: Inline | null = null;
  const paragraph = (one: XmlElement) => {
    const own = inlineOf(one, file, mode);
    const inline: Inline = before ? joined(before, own) : own;
    before = null;
    if (isJoined(one, mode)) {
      before = inline;
      return;
    }
    const properties = propertiesOf(one, 'pPr', mode);
    const { tokens, pictures, keys } = inline;
    parts.push({
      kind: 'paragraph',
      style: file.styleOf(properties),
      list: file.lists.position(properties),
      direction: file.directionOf(properties),
      tokens,
      pictures,
      keys,
    });
    for (const box of inline.boxes) walk(box);
  };
  const walk = (one: XmlElement): void => {
    if (!isRead(one, mode)) return;
    if (one.name === 'p') paragraph(one);
    else if (one.name === 'tbl') parts.push({ kind: 'table', table: one });
    else if (one.name === 'AlternateContent') walk(chosen(one));
    // Of damaged files.
    else if (one.name === 'r' || one.name === 't') paragraph({ name: 'p', attributes: '', children: [one] });
    else for (const inner of one.children) if (typeof inner !== 'string') walk(inner);
  };
  for (const one of elements) walk(one);
  // The next paragraph is another unit's.
  if (before) paragraph({ name: 'p', attributes: '', children: [] });
  return parts;
}

const joined = (before: Inline, own: Inline): Inline => ({
  tokens: [...before.tokens, ...own.tokens],
  pictures: [...before.pictures, ...own.pictures],
  boxes: [...before.boxes, ...own.boxes],
  keys: [...before.keys, ...own.keys],
});
