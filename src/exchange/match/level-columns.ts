import type { SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { type HeadingMatch, levelRank } from './heading-match.js';
import type { Use } from './layout.js';

/** Columns of one level each, from the left: each heading at least as deep as the one before. */
export function levelColumns(
  texts: readonly string[],
  matches: readonly (HeadingMatch | null)[],
  rows: readonly SheetRow[],
): number[] {
  const candidates = texts.flatMap((text, column) => {
    const rank = levelRank(text);
    const free = matches[column] === null || matches[column]?.use === 'title';
    return rank !== null && free ? [{ column, rank }] : [];
  });
  const deepening = candidates.every(({ rank }, index) => index === 0 || rank >= candidates[index - 1]!.rank);
  if (candidates.length < 2 || !deepening) return candidates.slice(0, 1).map(({ column }) => column);
  const first = candidates[0]!.column;
  const own = rows
    .filter(({ cells, down }) => cells[first] && !down?.includes(first))
    .map(({ cells }) => cells[first]);
  const repeats = new Set(own).size < rows.filter(({ cells }) => cells.some(Boolean)).length;
  return repeats ? candidates.map(({ column }) => column) : [];
}

/** A column of codes to the left of a level's column is that level's; with one alone, it is the item's. */
export function withLevels(uses: Use[], levels: readonly number[]): Use[] {
  const codes = uses.flatMap((use, column) => (use === 'code' ? [column] : []));
  const result = keepOne(uses.map((use) => (use.startsWith('title.') ? '' : use)));
  levels.forEach((column, index) => (result[column] = `level.${index + 1}`));
  if (codes.length < 2) return result;
  for (const column of codes) {
    const level = levels.indexOf(column + 1);
    result[column] = level < 0 ? '' : `levelCode.${level + 1}`;
  }
  return result;
}

const keepOne = (uses: Use[]): Use[] => uses.map((use, column) => (uses.indexOf(use) === column ? use : ''));
