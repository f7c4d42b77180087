import { isTextField } from '../cells/text-fields.js';
import type { SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { columnOf } from '../cells/cells.js';
import { splitCode } from '../read/code-shape.js';
import { type HeadingMatch, matchHeading } from './heading-match.js';
import type { Use } from './layout.js';
import { parseWhen } from '../cells/when-text.js';
import { levelColumns, withLevels } from './level-columns.js';

/** The rows on which a guess is made. */
const SAMPLE = 200;

/** A column may hold numbers of objectives under a heading that means something else, or the other way round. */
const OBJECTIVES = /^[\s\d,;()a-h&.-]+$/i;

export interface Headings {
  texts: string[];
  rows: readonly SheetRow[];
}

/** What each column of a table is used for, by its heading and what stands below it. */
export function guessColumns(headings: Headings, textLanguage: string): Use[] {
  const { texts } = headings;
  const sample = headings.rows.slice(0, SAMPLE);
  const width = Math.max(texts.length, ...sample.map(({ cells }) => cells.length));
  const matches = Array.from({ length: width }, (_, column) =>
    matchColumn(texts[column] ?? '', column, sample),
  );
  const levels = levelColumns(texts, matches, sample);
  const uses = matches.map((match) => withLanguage(match?.use ?? '', textLanguage));
  if (levels.length > 1) return withLevels(uses, levels);
  const best = keepBest(uses, matches);
  const titled = best.some((use) => use.startsWith('title.'))
    ? best
    : withTitle(best, levels, sample, textLanguage);
  return withContents(titled, texts, sample);
}

/** Whether titles begin with their codes, which no column has. */
export function guessSplit(uses: readonly Use[], rows: readonly SheetRow[]): boolean {
  if (uses.some((use) => use === 'code' || use.startsWith('levelCode.'))) return false;
  const titles = uses.flatMap((use, column) =>
    use.startsWith('title.') || use.startsWith('level.') ? [column] : [],
  );
  const texts = rows
    .slice(0, SAMPLE)
    .flatMap(({ cells, down }) =>
      titles.flatMap((column) => (cells[column] && !down?.includes(column) ? [cells[column]] : [])),
    );
  return texts.length > 1 && texts.filter((text) => splitCode(text)).length >= texts.length * 0.6;
}

function matchColumn(heading: string, column: number, rows: readonly SheetRow[]): HeadingMatch | null {
  const match = heading ? matchHeading(heading) : null;
  const texts = rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
  const numbers =
    texts.length > 0 && texts.every((text) => OBJECTIVES.test(text) && understood('objectives', text));
  if (match?.use === 'title' && numbers) return { use: 'objectives', score: match.score };
  if (
    match?.use === 'objectives' &&
    texts.length > 0 &&
    !texts.some((text) => understood('objectives', text))
  )
    return { use: 'title', score: 1 };
  return match;
}

function understood(use: Use, text: string): boolean {
  const context = { language: 'en', textLanguage: 'en', dayOrder: null, unknownOwner: 'partner' } as const;
  return !('problem' in columnOf(use)!.parse(text, context));
}

const withLanguage = (use: Use, language: string): Use => (isTextField(use) ? `${use}.${language}` : use);

/** Without a heading, short texts with figures to the left of the titles are codes, and dates are dates. */
function withContents(uses: Use[], texts: readonly string[], rows: readonly SheetRow[]): Use[] {
  const title = uses.findIndex((use) => use.startsWith('title.'));
  const mostly = (column: number, is: (text: string) => boolean) => {
    const filled = rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
    return filled.length > 1 && filled.filter(is).length >= filled.length * 0.8;
  };
  const isCode = (text: string) => text.length <= 12 && /^[\p{L}\d.\-()/ ]*\d[\p{L}\d.\-()/ ]*$/u.test(text);
  const isDate = (text: string) => parseWhen(text, 'day-first').notice === null;
  const result = [...uses];
  uses.forEach((use, column) => {
    if (use !== '' || texts[column]) return;
    if (column < title && !result.includes('code') && mostly(column, isCode)) result[column] = 'code';
    else if (column > title && !result.includes('when') && mostly(column, isDate)) result[column] = 'when';
  });
  return result;
}

/** Of columns with the same use the one that says so most clearly. */
function keepBest(uses: Use[], matches: readonly (HeadingMatch | null)[]): Use[] {
  return uses.map((use, column) => {
    if (use === '') return '';
    const rivals = uses.flatMap((one, index) => (one === use ? [index] : []));
    const best = rivals.reduce((a, b) => (matches[b]!.score > matches[a]!.score ? b : a), rivals[0]!);
    return best === column ? use : '';
  });
}

/** Without a heading that says so, the title is the one level there is, or the column with the longest texts. */
function withTitle(
  uses: Use[],
  levels: readonly number[],
  rows: readonly SheetRow[],
  textLanguage: string,
): Use[] {
  const length = (column: number) =>
    rows.reduce(
      (sum, { cells, down }) => sum + (down?.includes(column) ? 0 : (cells[column]?.length ?? 0)),
      0,
    );
  const free = uses.flatMap((use, column) => (use === '' || use.startsWith('description.') ? [column] : []));
  const [first] = free;
  if (first === undefined) return uses;
  const title = levels[0] ?? free.reduce((a, b) => (length(b) > length(a) ? b : a), first);
  return uses.map((use, column) => (column === title ? `title.${textLanguage}` : use));
}
