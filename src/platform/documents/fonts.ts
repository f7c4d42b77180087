import { createRequire } from 'node:module';

/**
 * Arabic is set in Amiri: it alone, of nineteen fonts measured, both joins lam and alef as they are written and has its
 * words found again in the PDF. Fonts that build a letter of a base and separate dots (Noto Sans Arabic, Noto Naskh
 * Arabic) lose two thirds of the words.
 */
const EVERYWHERE = ['Noto Sans', 'Amiri'] as const;

/** Beyond those: which font has the letters of which script. Where several do, the first is taken. */
const SCRIPTS: readonly (readonly [family: string, characters: RegExp])[] = [
  ['Noto Sans Armenian', /\p{scx=Armenian}/u],
  ['Noto Sans Bengali', /\p{scx=Bengali}/u],
  ['Noto Sans Ethiopic', /\p{scx=Ethiopic}/u],
  ['Noto Sans Georgian', /\p{scx=Georgian}/u],
  ['Noto Sans Gujarati', /\p{scx=Gujarati}/u],
  ['Noto Sans Gurmukhi', /\p{scx=Gurmukhi}/u],
  ['Noto Sans Hebrew', /\p{scx=Hebrew}/u],
  ['Noto Sans Kannada', /\p{scx=Kannada}/u],
  ['Noto Sans Khmer', /\p{scx=Khmer}/u],
  ['Noto Sans Lao', /\p{scx=Lao}/u],
  ['Noto Sans Malayalam', /\p{scx=Malayalam}/u],
  ['Noto Sans Myanmar', /\p{scx=Myanmar}/u],
  ['Noto Sans Oriya', /\p{scx=Oriya}/u],
  ['Noto Sans Sinhala', /\p{scx=Sinhala}/u],
  ['Noto Sans Tamil', /\p{scx=Tamil}/u],
  ['Noto Sans Telugu', /\p{scx=Telugu}/u],
  ['Noto Sans Thaana', /\p{scx=Thaana}/u],
  ['Noto Sans Thai', /\p{scx=Thai}/u],
  ['Noto Sans Tifinagh', /\p{scx=Tifinagh}/u],
  ['Noto Serif Tibetan', /\p{scx=Tibetan}/u],
  // Its kana and kanji serve Japanese too, in the shapes that Chinese readers know.
  ['Noto Sans SC', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\uff00-\uffef]/u],
  ['Noto Sans KR', /\p{scx=Hangul}/u],
];
const SYMBOLS = ['Noto Sans Math', 'Noto Sans Symbols', 'Noto Sans Symbols 2'] as const;
const WITHOUT_BOLD: readonly string[] = ['Noto Sans Tifinagh', 'Noto Sans Math', 'Noto Sans Symbols 2'];

const { resolve } = createRequire(import.meta.url);

/** A face of a font: it comes with the installed packages, so that a document does not depend on the machine. */
export function fontFile(family: string, face = '400Regular'): string {
  const folder = family.toLowerCase().replaceAll(' ', '-');
  return resolve(`@expo-google-fonts/${folder}/${face}/${family.replaceAll(' ', '')}_${face}.ttf`);
}

/**
 * The font files of every PDF; a compiler opens them when they are used. It also sees the machine's own fonts, but of two
 * equal faces it takes the one it was given first, ours.
 */
export const fontFiles = (): string[] => [
  fontFile('Noto Sans', '400Regular_Italic'),
  fontFile('Noto Sans', '700Bold_Italic'),
  ...[...EVERYWHERE, ...SCRIPTS.map(([family]) => family), ...SYMBOLS].flatMap((family) => [
    fontFile(family),
    ...(WITHOUT_BOLD.includes(family) ? [] : [fontFile(family, '700Bold')]),
  ]),
];

/** The fonts that may have a character, in the order in which they are asked. */
export const familiesOf = (character: string): readonly string[] => [
  ...EVERYWHERE,
  ...SCRIPTS.filter(([, characters]) => characters.test(character)).map(([family]) => family),
  ...SYMBOLS,
];

export const isEverywhere = (family: string) => (EVERYWHERE as readonly string[]).includes(family);
