import { spansOf } from './fold.js';
import { formsAt, type WordForm } from './forms.js';

/** A piece of a text with what was looked for marked. */
export interface Snippet {
  parts: { text: string; marked: boolean }[];
  /** Language of the text. */
  language: string | null;
}

/** A word looked for; a prefix finds every word that begins with it, and its stems those of its family. */
export interface SoughtWord extends WordForm {
  prefix: boolean;
}

export interface SearchableText {
  text: string;
  language: string | null;
}

const BEFORE = 60;
const LENGTH = 220;

const isFound = ({ word, stems }: WordForm, sought: readonly SoughtWord[]): boolean =>
  sought.some(
    (one) =>
      (one.prefix ? word.startsWith(one.word) : word === one.word) ||
      stems.includes(one.word) ||
      one.stems.some((stem) => stem === word || stems.includes(stem)),
  );

/**
 * Of the texts the one that has most of the words, from just before the first of them; null when none has any. The texts
 * must be such as the reader may see.
 */
export function snippetOf(texts: readonly SearchableText[], sought: readonly SoughtWord[]): Snippet | null {
  let best: { text: SearchableText; hits: { start: number; end: number }[]; words: number } | null = null;
  for (const text of texts) {
    const hits = spansOf(text.text)
      .map((span) => ({ ...span, forms: formsAt(text.text, span) }))
      .filter(({ forms }) => forms.some((form) => isFound(form, sought)));
    const words = sought.filter((one) =>
      hits.some((hit) => hit.forms.some((form) => isFound(form, [one]))),
    ).length;
    if (words > (best?.words ?? 0)) best = { text, hits, words };
  }
  if (!best) return null;
  const { text, language } = best.text;
  const from = wordStart(text, best.hits[0]!.start - BEFORE);
  const until = wordEnd(text, from + LENGTH);
  const parts: Snippet['parts'] = [];
  let at = from;
  const add = (to: number, marked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const { start, end } of best.hits.filter((hit) => hit.end <= until)) {
    add(start, false);
    add(end, true);
  }
  add(until, false);
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (until < text.length) parts.push({ text: ' …', marked: false });
  return { parts, language };
}

/** The beginning of the word at or after a position. */
function wordStart(text: string, position: number): number {
  if (position <= 0) return 0;
  const space = text.slice(position, position + BEFORE).search(/\s/);
  return space < 0 ? position : position + space + 1;
}

function wordEnd(text: string, position: number): number {
  if (position >= text.length) return text.length;
  const space = text.slice(0, position).search(/\s\S*$/);
  return space > position - BEFORE ? space : position;
}
