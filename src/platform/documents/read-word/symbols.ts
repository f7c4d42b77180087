/** The font Symbol from 0x20, as Adobe's table of its encoding has it. */
const SYMBOL = [
  ...' !∀#∃%&∋()∗+,−./0123456789:;<=>?',
  ...'≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
  ...'‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
];
/** The same from 0xa0. */
const SYMBOL_HIGH = [...'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵', ...'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑'];
/** Of Wingdings what people put into text: ticks, boxes, arrows, bullets, faces, telephones, numbers in circles. */
const WINGDINGS: Record<number, string> = {
  0x22: '✂',
  0x28: '☎',
  0x29: '✆',
  0x2a: '✉',
  0x2b: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x4b: '😐',
  0x4c: '☹',
  0x52: '☼',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa0: '▪',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xf1: '⇧',
  0xf2: '⇩',
  0xf3: '⬄',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const WINGDINGS_2: Record<number, string> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x97: '•',
  0xa3: '□',
};
const WEBDINGS: Record<number, string> = { 0x61: '✓', 0x63: '□', 0x67: '■', 0x72: '✗' };
const TABLES: Record<string, Record<number, string>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  webdings: WEBDINGS,
};

/**
 * A character of a font of symbols as Unicode has it. Word keeps these from 0xf000 on, where Unicode has nothing of its
 * own. One that is not known is shown as not known, and is not left out.
 */
export function symbol(font: string, code: number): string {
  if (!(code > 0x1f && code <= 0x10ffff)) return '';
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const low = isPrivate ? code - 0xf000 : code;
  const name = font.trim().toLowerCase();
  if (name === 'wingdings') {
    if (low >= 0x8c && low <= 0x95) return String.fromCodePoint(0x2776 + low - 0x8c);
    if (low >= 0x81 && low <= 0x8a) return String.fromCodePoint(0x2460 + low - 0x81);
  }
  if (name === 'symbol') return (low < 0xa0 ? SYMBOL[low - 0x20] : SYMBOL_HIGH[low - 0xa0]) ?? UNKNOWN;
  if (name in TABLES) return TABLES[name]![low] ?? UNKNOWN;
  return isPrivate ? UNKNOWN : String.fromCodePoint(code);
}

/** Text set in a font: its letters, as far as the font shows pictures in their place, and they are known. */
export function textInFont(font: string, text: string): string {
  const isPictures = font.trim().toLowerCase() === 'symbol' || font.trim().toLowerCase() in TABLES;
  if (!isPictures && !/[\uf000-\uf0ff]/.test(text)) return text;
  return text.replace(/\S/gu, (one) => {
    const code = one.codePointAt(0)!;
    const shown = symbol(font, code);
    return shown === UNKNOWN && code < 0xf000 ? one : shown;
  });
}

const UNKNOWN = '\uFFFD';
