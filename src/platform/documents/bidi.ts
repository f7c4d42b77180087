import type { Direction } from './document.js';

/** A stretch of text to be written in one direction. */
export interface Piece {
  text: string;
  rightToLeft: boolean;
}

interface Stretch {
  text: string;
  /** A stated direction sets the stretch apart from the text around it. */
  direction?: Direction;
}

type Kind = 'L' | 'R' | 'neutral';

const RTL_LETTER =
  /[\u0590-\u05ff\u0608\u060b\u060d\u061b-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200f\u061c]/u;
const RTL_ANYWHERE = new RegExp(RTL_LETTER.source + '|[\u0600-\u06ff\u2067]', 'u');
const LETTER = /[\p{L}\u200e]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;
const BRACKETS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '»': '«' };
const OPENING = new Set(Object.values(BRACKETS));

/**
 * Cuts each stretch of a paragraph where the direction changes. Word does not work this out for itself: it lays a run
 * out as the run is marked, so spaces, figures and brackets must be marked with the words they belong to. The rules are
 * those of the Unicode bidirectional algorithm (UAX #9, W and N rules) for one level of embedding.
 */
export function directedPieces(stretches: Stretch[], base: Direction): Piece[][] {
  if (
    base === 'ltr' &&
    !stretches.some(({ text, direction }) => direction === 'rtl' || RTL_ANYWHERE.test(text))
  )
    return stretches.map(({ text }) => [{ text, rightToLeft: false }]);
  const characters = stretches.map(({ text }) => [...text]);
  // To the text around it, a stretch set apart counts as a neutral character.
  const outer = resolved(
    characters.flatMap((list, index) => (stretches[index]?.direction ? list.map(() => ' ') : list)),
    base,
  );
  let start = 0;
  return characters.map((list, index) => {
    const own = stretches[index]?.direction;
    const kinds = own ? resolved(list, own) : outer.slice(start, start + list.length);
    start += list.length;
    return grouped(list, kinds);
  });
}

function grouped(characters: string[], kinds: Kind[]): Piece[] {
  const pieces: Piece[] = [];
  characters.forEach((character, index) => {
    const rightToLeft = kinds[index] === 'R';
    const last = pieces.at(-1);
    if (last?.rightToLeft === rightToLeft) last.text += character;
    else pieces.push({ text: character, rightToLeft });
  });
  return pieces;
}

function resolved(characters: string[], base: Direction): Kind[] {
  const own = base === 'rtl' ? 'R' : 'L';
  const kinds = strengths(characters, own);
  pairBrackets(characters, kinds, own);
  let before: Kind = own;
  for (let index = 0; index < kinds.length; index += 1) {
    if (kinds[index] !== 'neutral') {
      before = kinds[index] ?? own;
      continue;
    }
    let end = index;
    while (kinds[end] === 'neutral') end += 1;
    const after = kinds[end] ?? own;
    kinds.fill(before === after ? before : own, index, end);
    index = end - 1;
  }
  return kinds;
}

/** Letters have a direction; figures take that of the word before them; a mark belongs to its letter. */
function strengths(characters: string[], own: Kind): Kind[] {
  let word: Kind = own;
  let last: Kind = 'neutral';
  return characters.map((character) => {
    if (RTL_LETTER.test(character)) word = last = 'R';
    else if (DIGIT.test(character)) last = word;
    else if (LETTER.test(character)) word = last = 'L';
    else if (!MARK.test(character)) last = 'neutral';
    return last;
  });
}

/** Both brackets of a pair go with what is inside, unless only the inside runs against the paragraph. */
function pairBrackets(characters: string[], kinds: Kind[], own: Kind): void {
  const open: number[] = [];
  characters.forEach((character, end) => {
    if (OPENING.has(character)) open.push(end);
    const start =
      character in BRACKETS ? open.findLastIndex((at) => characters[at] === BRACKETS[character]) : -1;
    if (start === -1) return;
    const at = open[start] ?? 0;
    open.length = start;
    const inside: Kind[] = kinds.slice(at + 1, end).filter((kind) => kind !== 'neutral');
    if (inside.length === 0) return;
    const before: Kind = kinds.slice(0, at).findLast((kind) => kind !== 'neutral') ?? own;
    kinds[at] = kinds[end] = inside.includes(own) ? own : before;
  });
}
