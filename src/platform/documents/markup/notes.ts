import { parseInline } from './inline.js';
import { type Notes, type PlainRun, tidy } from './text-block.js';

const DEFINITION = /^\[(\^[\p{L}\p{N}_-]{1,20})\]:[ \t]*(?=\S)/u;
/** How Word pastes footnotes: `[1]` in the text, and `[1] Words` in lines at its end. */
const PASTED = /^\[(\d{1,3})\][ \t\u00a0]+(?=\S)/;

/** Takes the footnotes out of the lines of a text. */
export function takeNotes(
  text: string,
  inLanguage: (runs: PlainRun[]) => PlainRun[],
): { lines: string[]; notes: Notes; surplus: string[] } {
  const lines: string[] = [];
  const notes: Notes = new Map();
  const surplus: string[] = [];
  const add = (key: string, words: string, source: string) => {
    if (notes.has(key)) surplus.push(source);
    else notes.set(key, { runs: inLanguage(parseInline(words)), uses: 0, source });
  };
  const all = text.split('\n');
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at]!;
    const [mark, key] = DEFINITION.exec(line) ?? [];
    if (mark === undefined) {
      lines.push(line);
      continue;
    }
    const own = [line];
    while (/^[ \t]{2,}\S/.test(all[at + 1] ?? '')) own.push(all[(at += 1)]!);
    const source = tidy(own);
    add(key!, tidy([source.slice(source.indexOf(']:') + 2)]), source);
  }
  pasted(lines).forEach(([key, words, source]) => add(key, words, source));
  return { lines, notes, surplus };
}

/** Lines at the end that are footnotes: the text refers to each of them. */
function pasted(lines: string[]): [string, string, string][] {
  let begin = lines.length;
  const keys = new Set<string>();
  for (let at = lines.length - 1; at > 0; at -= 1) {
    if (lines[at]!.trim() === '') continue;
    const [, key] = PASTED.exec(lines[at]!) ?? [];
    if (key === undefined || keys.has(key)) break;
    keys.add(key);
    begin = at;
  }
  if (keys.size === 0) return [];
  const before = lines.slice(0, begin).join('\n');
  const named = new Set([...before.matchAll(/\[(\d{1,3})\]/g)].map(([, key]) => key!));
  if (![...keys].every((key) => named.has(key))) return [];
  return lines.splice(begin).flatMap((line): [string, string, string][] => {
    const [mark, key] = PASTED.exec(line) ?? [];
    return mark === undefined ? [] : [[key!, tidy([line.slice(mark.length)]), line]];
  });
}
