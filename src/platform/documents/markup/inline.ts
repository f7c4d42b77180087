import type { Notes, PlainRun, Run } from './text-block.js';
import { webAddress } from './addresses.js';
import { matchStars, type Stars, starsAt } from './stars.js';

/** What a backslash takes its meaning from. */
export const MARKS = '*[]()|#>.-<\\•·‣⁃∙◦●○■□▪▫◆◇➢➤►▶✓✔❖–\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc';
const SPECIAL = /[*\\[]|https?:\/\/|www\./g;
const NOTE = /\[(\^[\p{L}\p{N}_-]{1,20}|\d{1,3})\]/uy;
const MOST_USES = 5;

type Token = { text: string } | Stars | { runs: PlainRun[] } | { note: PlainRun[] };

/** Reads the words of a paragraph, an item or a cell. Without `notes` a mark of a footnote is text. */
export function parseInline(text: string, notes?: Notes, links = true): Run[] {
  if (text === '') return [];
  SPECIAL.lastIndex = 0;
  if (!SPECIAL.test(text)) return [{ text }];
  return runsOf(matchStars(new Scanner(text, notes, links).tokens()));
}

class Scanner {
  private readonly found: Token[] = [];
  private pairs: Map<number, number> | null = null;

  constructor(
    private readonly text: string,
    private readonly notes: Notes | undefined,
    private readonly links: boolean,
  ) {}

  tokens(): Token[] {
    const { text } = this;
    let at = 0;
    const special = new RegExp(SPECIAL);
    while (at < text.length) {
      special.lastIndex = at;
      const next = special.exec(text)?.index ?? text.length;
      this.write(text.slice(at, next));
      if (next === text.length) break;
      at = this.take(next);
    }
    return this.found;
  }

  /** Takes what begins at a special character, and answers where it ends. */
  private take(at: number): number {
    const { text } = this;
    const char = text[at]!;
    if (char === '\\') return this.escaped(at);
    if (char === '*') {
      const stars = starsAt(text, at);
      if (stars.count > 3) this.write('*'.repeat(stars.count));
      else this.found.push(stars);
      return at + stars.count;
    }
    if (char === '[') return this.note(at) ?? this.link(at) ?? this.literal(at, 1);
    const address = this.links ? webAddress(text, at) : null;
    if (!address) return this.literal(at, char === 'w' ? 4 : text.indexOf('/', at) + 2 - at);
    this.found.push({ runs: [{ text: address.text, link: address.link }] });
    return at + address.text.length;
  }

  /** Backslashes mean something before a mark alone: those of a path of Windows stay. */
  private escaped(at: number): number {
    const { text } = this;
    let end = at;
    while (text[end] === '\\') end += 1;
    const count = end - at;
    const mark = text[end];
    if (mark === undefined || !MARKS.includes(mark)) return this.literal(at, count);
    this.write('\\'.repeat(Math.floor(count / 2)));
    return count % 2 ? this.literal(end, 1) : end;
  }

  private note(at: number): number | null {
    NOTE.lastIndex = at;
    const [whole, key] = NOTE.exec(this.text) ?? [];
    const note = key === undefined ? undefined : this.notes?.get(key);
    if (!note || note.uses >= MOST_USES) return null;
    note.uses += 1;
    this.found.push({ note: note.runs });
    return at + whole!.length;
  }

  private link(at: number): number | null {
    if (!this.links) return null;
    this.pairs ??= bracketPairs(this.text);
    const end = this.pairs.get(at);
    if (end === undefined || this.text[end + 1] !== '(') return null;
    const address = webAddress(this.text, end + 2, true);
    const words = this.text.slice(at + 1, end);
    if (!address || words.trim() !== words || words === '') return null;
    const runs = parseInline(words, undefined, false);
    this.found.push({ runs: runs.map((run) => ({ ...run, link: address.link })) });
    return end + 2 + address.text.length + 1;
  }

  private literal(at: number, length: number): number {
    this.write(this.text.slice(at, at + length));
    return at + length;
  }

  private write(text: string): void {
    const last = this.found.at(-1);
    if (last && 'text' in last) last.text += text;
    else if (text) this.found.push({ text });
  }
}

/** Which bracket closes which, for all of a text at once: each looked for by itself would take long. */
function bracketPairs(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']' && open.length > 0) pairs.set(open.pop()!, at);
  }
  return pairs;
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let bold = false;
  let italic = false;
  const write = (run: PlainRun) => {
    if (run.text === '') return;
    const own = {
      text: run.text,
      ...((bold || run.bold) && { bold: true }),
      ...((italic || run.italic) && { italic: true }),
      ...(run.link && { link: run.link }),
    };
    const last = runs.at(-1);
    if (last && !last.footnote && looksLike(last, own)) last.text += own.text;
    else runs.push(own);
  };
  for (const token of tokens) {
    if ('text' in token) write(token);
    else if ('runs' in token) token.runs.forEach(write);
    else if ('note' in token) {
      const last = runs.at(-1);
      if (last && !last.footnote) last.footnote = token.note;
      else runs.push({ text: '', footnote: token.note });
    } else {
      const unmatched = token.count - (token.bold ? 2 : 0) - (token.italic ? 1 : 0);
      // Before what they begin, and after what they end.
      if (!token.ends) write({ text: '*'.repeat(unmatched) });
      if (token.bold) bold = !bold;
      if (token.italic) italic = !italic;
      if (token.ends) write({ text: '*'.repeat(unmatched) });
    }
  }
  return runs;
}

export const looksLike = (a: PlainRun, b: PlainRun): boolean =>
  Boolean(a.bold) === Boolean(b.bold) && Boolean(a.italic) === Boolean(b.italic) && a.link === b.link;
