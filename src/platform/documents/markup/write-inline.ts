import type { PlainRun, Run } from '../document.js';
import { webAddress } from './addresses.js';
import { looksLike, MARKS, parseInline } from './inline.js';
import type { Notes } from './text-block.js';

/** The footnotes of a text that is written, by the number each has. */
export type Footnotes = Map<string | PlainRun[], number>;

interface Manner {
  /** Addresses whose words are the address itself stand without brackets. */
  bare: boolean;
  looks: boolean;
  /** Words of one link that look different become links of their own, where no space is lost by it. */
  isApart?: boolean;
  /** Looks begin and end before the mark of a footnote that stands there, not after it. */
  isNoteLast?: boolean;
  /** Characters of the words that get a backslash wherever they stand. */
  always: string;
}

/**
 * Runs as markup. Words and links are always read back the same; looks that cannot be said, italics in the middle of a
 * word for example, are left out. `always`: characters that mean something where the text is put.
 */
export function writeInline(runs: readonly Run[], notes?: Footnotes, always = ''): string {
  const own = runs.map((run) => ({ ...run, link: run.link && addressOf(run.link) }));
  const asTheyAre = joined(own);
  const tidy = joined(own.flatMap(spacesOutside));
  if (tidy.length === 0) return '';
  const manners: Manner[] = [
    { bare: true, looks: true, always },
    { bare: false, looks: true, always },
    { bare: false, looks: true, always: `${always}*[]` },
    { bare: false, looks: true, always: `${always}*[]`, isApart: true },
    { bare: false, looks: true, always: `${always}*[]`, isApart: true, isNoteLast: true },
  ];
  for (const meant of [asTheyAre, tidy])
    for (const manner of manners) {
      const text = assembled(meant, keysOf(meant, notes), manner);
      if (isSame(parseInline(text, readable(notes)), meant)) return text;
    }
  return assembled(tidy, keysOf(tidy, notes), { bare: false, looks: false, always: `${always}*[]` });
}

/** Words alone, with no links among them. */
export function writeWords(text: string, always = ''): string {
  const plain = escaped(text, '', always, true);
  const isRead = parseInline(plain, undefined, false).every((run) => !run.bold && !run.italic);
  return isRead ? plain : escaped(text, '', `${always}*[]`, true);
}

/** All footnotes so far, as `parseInline` looks them up. */
const readable = (notes: Footnotes | undefined): Notes | undefined =>
  notes && ({ get: (key: string) => (key.startsWith('^') ? NOTE() : undefined) } as Notes);
const NOTE = () => ({ runs: [{ text: '' }], uses: 0, source: '' });

const keysOf = (runs: readonly Run[], notes: Footnotes | undefined) =>
  runs.map(({ footnote }) => (footnote && notes ? keyOf(footnote, notes) : null));

function keyOf(footnote: string | PlainRun[], notes: Footnotes): number {
  const key = notes.get(footnote) ?? notes.size + 1;
  notes.set(footnote, key);
  return key;
}

/** Runs that look alike as one. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const { text, bold, italic, link, footnote } of runs) {
    const run = { text, bold, italic, link, footnote: isBlank(footnote) ? undefined : footnote };
    const before = found.at(-1);
    if (before && !before.footnote && (looksLike(before, run) || text === '')) {
      before.text += text;
      before.footnote = run.footnote;
    } else if (text !== '' || run.footnote) found.push(run);
  }
  return found;
}

const isBlank = (footnote: Run['footnote']) =>
  typeof footnote === 'string' ? !footnote.trim() : !footnote?.some(({ text }) => text.trim());

/** Spaces at the ends of what is bold, italic or a link outside of it. */
function spacesOutside({ text, bold, italic, link, footnote }: Run): Run[] {
  if ((!bold && !italic && !link) || text.trim() === text) return [{ text, bold, italic, link, footnote }];
  const inner = text.trim();
  const begin = text.length - text.trimStart().length;
  const rest = text.slice(begin + inner.length);
  if (!inner) return [{ text, footnote }];
  return [{ text: text.slice(0, begin) }, { text: inner, bold, italic, link }, { text: rest, footnote }];
}

function isSame(read: readonly Run[], meant: readonly Run[]): boolean {
  return (
    read.length === meant.length &&
    read.every((run, index) => {
      const other = meant[index]!;
      return run.text === other.text && looksLike(run, other) && !run.footnote === !other.footnote;
    })
  );
}

/** From the end: what a backslash means depends on what follows it. */
function assembled(
  runs: readonly Run[],
  keys: readonly (number | null)[],
  { bare, looks, always, isApart, isNoteLast }: Manner,
  closing = '',
): string {
  let text = '';
  let bold = false;
  let italic = false;
  const turn = (run: PlainRun) => {
    const stars = (Boolean(run.bold) !== bold ? 2 : 0) + (Boolean(run.italic) !== italic ? 1 : 0);
    [bold, italic] = [Boolean(run.bold), Boolean(run.italic)];
    return looks ? '*'.repeat(stars) : '';
  };
  for (let end = runs.length - 1; end >= 0; end -= 1) {
    const run = runs[end]!;
    const { link } = run;
    let begin = end;
    // Words of one link that look different.
    while (link && begin > 0 && isOneLink(runs[begin - 1]!, runs[begin]!, isApart)) begin -= 1;
    const own = runs.slice(begin, end + 1);
    const shared = { text: '', bold: own.every((one) => one.bold), italic: own.every((one) => one.italic) };
    const mark = keys[end] ? `[^${keys[end]}]` : '';
    const stars = run.text === '' ? '' : turn(shared);
    text = (isNoteLast ? stars + mark : mark + stars) + text;
    if (!link) text = escaped(run.text, text || closing, always, end === 0) + text;
    else if (bare && own.length === 1 && isAddress(run.text, link)) text = run.text + text;
    else text = `[${linkWords(own, shared, { bare, looks, always: `${always}[]` })}](${link})${text}`;
    end = begin;
  }
  return turn({ text: '' }) + text;
}

const isOneLink = (a: Run, b: Run, isApart = false) =>
  a.link === b.link &&
  !a.footnote &&
  !isCrossed(a, b) &&
  !(isApart && /\S$/.test(a.text) && /^\S/.test(b.text));
/** Three asterisks cannot end italics and begin bold at once, so such words become two links with one address. */
const isCrossed = (a: Run, b: Run) =>
  Boolean(a.bold) === Boolean(b.italic) && Boolean(a.italic) === Boolean(b.bold) && !looksLike(a, b);

const isAddress = (text: string, link: string) => {
  const found = webAddress(text, 0);
  return found?.text === text && found.link === link;
};

const linkWords = (runs: readonly Run[], shared: PlainRun, manner: Manner): string =>
  assembled(
    runs.map(({ text, bold, italic }) => ({
      text,
      bold: bold && !shared.bold,
      italic: italic && !shared.italic,
    })),
    [],
    manner,
    ']',
  );

/** An address as it can stand in brackets; nothing for one that leads nowhere. */
function addressOf(link: string): string | undefined {
  const plain = link.trim().replace(/[\s<>"|\\*[\]`{}^،؛؟\u3000-\u303f\uff00-\uffef]/g, encodeURIComponent);
  if (webAddress(`${plain})`, 0, true)?.text === plain) return plain;
  const other = plain.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return webAddress(`${other})`, 0, true)?.text === other ? other : undefined;
}

const SPACE = /^\s?$/;

function escaped(text: string, after: string, always: string, isFirst: boolean): string {
  if (!/[*[\]\\|<]/.test(text)) return text;
  return text.replace(/\\*[^\\]|\\+$/g, (piece, at: number) => {
    const slashes = piece.length - (piece.endsWith('\\') ? 0 : 1);
    const char = piece[slashes] ?? after[0] ?? '';
    const own = piece[slashes] ?? '';
    const next = text.slice(at + piece.length, at + piece.length + 5);
    const before = slashes > 0 ? '\\' : (text[at - 1] ?? (isFirst ? '' : '.'));
    const isMark = char !== '' && MARKS.includes(char);
    const needs = own !== '' && needsSlash(own, before, next, after, always);
    const back = '\\'.repeat(isMark ? slashes * 2 : slashes);
    return back + (needs ? '\\' : '') + own;
  });
}

function needsSlash(char: string, before: string, next: string, after: string, always: string): boolean {
  if (always.includes(char)) return true;
  if (char === '*')
    return !(SPACE.test(before) && /^\s/.test(next)) && !(before === '' && next + after === '');
  if (char === '[') return /^(\^|\d{1,3}\])/.test(next);
  return char === ']' && next.startsWith('(');
}
