import { levelRank } from '../match/heading-match.js';
import type { RowLevels } from '../match/layout.js';
import { fold } from '../../platform/i18n/fold.js';
import { type ItemRow, isTitle } from './item-row.js';

/** Rows that head others and are alike: by their first word, by how they look, or by standing alone on their line. */
export interface HeadingKind {
  /** Its name in forms and layouts: `word-priority`, `look-bold`, `line`. */
  key: string;
  /** The word that its rows begin with, as the first of them has it; null for another sort. */
  word: string | null;
  rows: number;
  example: string;
  /** Guessed, from 1. */
  level: number;
}

const NUMBERS = 'one|two|three|four|five|six|un|une|deux|trois|quatre|uno|dos|tres|cuatro|um|dois';
const WORD = new RegExp(
  `^(\\p{L}[\\p{L}'-]*(?: \\p{L}[\\p{L}'-]*){0,2}?)\\s*(?:[:–—-]|\\.? ?(?:n[o°º.]*\\.? ?|№ ?|#)?(?:\\d|[ivxlc]+(?![\\p{L}])|[a-z](?![\\p{L}])|(?:${NUMBERS})(?![\\p{L}])))`,
  'u',
);

/** The word for its level that a text begins with: "Priority 1: Peace" → "priority". Null when it has none. */
export function levelWord(text: string): string | null {
  const [, word] = WORD.exec(fold(text)) ?? [];
  return word && levelRank(word) !== null ? word : null;
}

/** The kind of each row that heads others; ordinary rows are not in it. `ordinary` looks are those of most rows. */
export function kindsOf(lines: readonly ItemRow[]): Map<ItemRow, string> {
  const plain = lines.filter((line) => !line.section && !isBare(line));
  const ordinary = new Set(plain.map(({ look }) => look ?? ''));
  const kinds = new Map<ItemRow, string>();
  for (const line of lines) {
    const alone = line.section || (plain.length > 0 && isBare(line));
    const word = alone ? levelWord(textOf(line)) : null;
    const look = line.look && !ordinary.has(line.look) ? line.look : null;
    if (word) kinds.set(line, `word-${word.replace(/[^\p{L}\p{N}]+/gu, '_')}`);
    else if (alone && look) kinds.set(line, `look-${look}`);
    else if (line.section) kinds.set(line, 'line');
  }
  return kinds;
}

/** The kinds of heading rows with the level each most likely has. */
export function headingKinds(lines: readonly ItemRow[]): HeadingKind[] {
  const kinds = kindsOf(lines);
  const found = new Map<string, HeadingKind>();
  for (const [line, key] of kinds) {
    const text = textOf(line);
    const known = found.get(key);
    if (known) known.rows += 1;
    else
      found.set(key, {
        key,
        word: key.startsWith('word-') ? levelWord(text) : null,
        rows: 1,
        example: text,
        level: 1,
      });
  }
  const all = [...found.values()];
  const isAbove = comparison(lines, kinds);
  // Each round puts what stands below one level deeper; as many rounds as there are kinds, whatever they say.
  for (const _ of all)
    for (const kind of all)
      for (const other of all)
        if (isAbove(other, kind) && kind.level <= other.level)
          kind.level = Math.min(other.level + 1, all.length);
  return all;
}

/** Notes at each row the level it heads; rows that were said to go are answered. */
export function withLevels(lines: readonly ItemRow[], said: RowLevels = {}): ItemRow[] {
  const kinds = kindsOf(lines);
  const levels = new Map(headingKinds(lines).map(({ key, level }) => [key, level]));
  return lines.filter((line) => {
    const key = kinds.get(line);
    if (key === undefined) return true;
    const level = said[key];
    if (level === 'out') return false;
    line.level = level === 'item' ? null : level === undefined ? levels.get(key)! : Number(level);
    return true;
  });
}

/** Above stands the word that plans put above, else what comes directly before the other more often than behind it. */
function comparison(lines: readonly ItemRow[], kinds: ReadonlyMap<ItemRow, string>) {
  const pairs = new Map<string, number>();
  lines.forEach((line, index) => {
    const [before, own] = [kinds.get(lines[index - 1]!), kinds.get(line)];
    if (before === undefined || own === undefined) return;
    pairs.set(`${before}>${own}`, (pairs.get(`${before}>${own}`) ?? 0) + 1);
  });
  const count = (one: HeadingKind, other: HeadingKind) => pairs.get(`${one.key}>${other.key}`) ?? 0;
  return (one: HeadingKind, other: HeadingKind): boolean => {
    const ranks = [rankOf(one), rankOf(other)];
    const known = !ranks.includes(null) && ranks[0] !== ranks[1];
    return known ? ranks[0]! < ranks[1]! : count(one, other) > count(other, one);
  };
}

/** Of words of one rank, a priority stands above an objective, and a strategic one above a specific one. */
function rankOf({ word }: HeadingKind): number | null {
  const rank = word === null ? null : levelRank(word);
  if (rank === null || word === null) return null;
  if (/priorit|prioridad|приоритет|اولوي/.test(word)) return rank - 0.5;
  if (/strateg|estrateg|general|стратегич|استراتيجي/.test(word)) return rank - 0.25;
  return /specif|espec|outcome|result|effet|sub|sous/.test(word) ? rank + 0.25 : rank;
}

/** It says nothing besides its title and code. */
const isBare = ({ texts }: ItemRow): boolean =>
  [...texts.keys()].every((use) => isTitle(use) || use === 'code' || use === 'id' || use === 'level');

export const textOf = ({ texts }: ItemRow): string => {
  const title = [...texts].find(([use]) => isTitle(use))?.[1] ?? '';
  const code = texts.get('code') ?? '';
  return code && levelWord(code) ? `${code} ${title}`.trim() : title || code;
};
