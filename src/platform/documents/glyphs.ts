import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import type { Document } from './document.js';
import { familiesOf, fontFile, isEverywhere } from './fonts.js';
import { prepare } from './prepare.js';
import { placedTexts } from './to-text.js';

/** A character that no font has: a PDF would show a box. It is written as its code instead, `[U+1F600]`. */
export interface MissingGlyph {
  character: string;
  /** As it is written in the PDF. */
  code: string;
  place: { unit?: string; text: string };
}

/** The characters of a document that no font of ours has, each with the texts it stands in. */
export function missingGlyphs(document: Document): MissingGlyph[] {
  return placedTexts(prepare(document)).flatMap((place) =>
    [...fontsFor(place.text).missing].map((character) => ({ character, code: codeOf(character), place })),
  );
}

export const codeOf = (character: string) =>
  `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;

// Every font has these; it spares most texts the search.
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]*$/;
// They are not drawn: spaces, joiners, marks of direction, variation selectors.
const UNDRAWN = /[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** Which fonts a text needs beyond those of every document, and which of its characters are in none. */
export function fontsFor(text: string): { families: string[]; missing: Set<string> } {
  const families = new Set<string>();
  const missing = new Set<string>();
  if (!PLAIN.test(text)) {
    for (const character of new Set(text)) {
      const family = familyOf(character);
      if (family === null) missing.add(character);
      else if (family !== '' && !isEverywhere(family)) families.add(family);
    }
  }
  return { families: [...families].sort(), missing };
}

const found = new Map<string, string | null>();

/** The font that has a character; empty for what is not drawn, null where none has it. */
function familyOf(character: string): string | null {
  let family = found.get(character);
  if (family === undefined) {
    const has = (one: string) => coverage(one).has(character.codePointAt(0)!);
    family = UNDRAWN.test(character) ? '' : (familiesOf(character).find(has) ?? null);
    found.set(character, family);
  }
  return family;
}

const known = new Map<string, Set<number>>();

function coverage(family: string): Set<number> {
  const before = known.get(family);
  if (before) return before;
  const font = create(readFileSync(fontFile(family)));
  if (font.isCollection) throw new Error(`Not one font: ${family}`);
  const characters = new Set(font.characterSet);
  known.set(family, characters);
  return characters;
}
