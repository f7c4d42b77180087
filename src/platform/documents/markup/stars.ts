/** Asterisks that stand together: one for italics, two for bold, three for both. */
export interface Stars {
  count: number;
  canOpen: boolean;
  canClose: boolean;
  /** Whether they begin or end bold, and italics. */
  bold: boolean;
  italic: boolean;
  ends: boolean;
}

const SPACE = /\s/;
const IN_WORD = /[\p{L}\p{N}]/u;

export function starsAt(text: string, at: number): Stars {
  let end = at;
  while (text[end] === '*') end += 1;
  const count = end - at;
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // "2*3*4" is a product.
  const isProduct = count === 1 && IN_WORD.test(before);
  const canOpen = !SPACE.test(after) && !isProduct;
  return { count, canOpen, canClose: !SPACE.test(before), bold: false, italic: false, ends: false };
}

/** Finds which asterisks belong together; those of neither kind are text. */
export function matchStars<T extends object>(tokens: (T | Stars)[]): (T | Stars)[] {
  let bold: Stars | null = null;
  let italic: Stars | null = null;
  for (const token of tokens) {
    if (!('canOpen' in token)) continue;
    const { count, canOpen, canClose } = token;
    const closesBold = count >= 2 && canClose && bold !== null;
    const closesItalic = count !== 2 && canClose && italic !== null;
    if (count === 3 ? closesBold && closesItalic : closesBold || closesItalic) {
      token.ends = true;
      if (closesBold) [bold!.bold, token.bold, bold] = [true, true, null];
      if (closesItalic) [italic!.italic, token.italic, italic] = [true, true, null];
    } else if (canOpen && (count !== 3 || (bold === null && italic === null))) {
      if (count >= 2) bold = token;
      if (count !== 2) italic = token;
    }
  }
  return tokens;
}
