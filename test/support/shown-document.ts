import type { Document } from '../../src/platform/documents/document.js';
import { prepare } from '../../src/platform/documents/prepare.js';
import type { Prepared } from '../../src/platform/documents/prepared.js';

/** What a reader would see of blocks: each run says its language, those that look the same
 * are one, and widths of columns are shares. */
export function shown(document: Document): Pick<Prepared, 'blocks' | 'notes'> {
  const { blocks, notes } = prepare(document);
  return tidy(JSON.parse(JSON.stringify({ blocks, notes })), document.language) as Pick<
    Prepared,
    'blocks' | 'notes'
  >;
}

type Plain = Record<string, unknown>;

function tidy(value: unknown, main: string): unknown {
  if (Array.isArray(value)) return value.map((one) => tidy(one, main));
  if (typeof value !== 'object' || value === null) return value;
  const tidied = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one, main)]));
  if (Array.isArray(tidied.runs)) {
    const { language, runs: all, ...rest } = tidied as Plain & { runs: Plain[] };
    // A number that refers is in no language.
    const spoken = all.map((one) => ({
      ...one,
      language: one.see ? null : (one.language ?? language ?? main),
    }));
    return { ...rest, runs: mergedRuns(spoken) };
  }
  // Its markers are there, and its items say the rest.
  if (tidied.type === 'list') return { ...tidied, language: undefined, direction: undefined };
  if (tidied.type === 'table') tidied.columns = inShares(tidied.columns as Plain[]);
  return tidied;
}

/** Widths are shares: 2 and 4 are 1 and 2. */
function inShares(columns: Plain[]): Plain[] {
  const least = Math.min(...columns.map(({ width }) => width as number));
  return columns.map((column) => ({
    ...column,
    width: Math.round(((column.width as number) / least) * 10) / 10,
  }));
}

function mergedRuns(all: Plain[]): Plain[] {
  const merged: Plain[] = [];
  const look = ({ text: _, note: __, ...rest }: Plain) => JSON.stringify(rest, Object.keys(rest).sort());
  for (const one of all) {
    const last = merged.at(-1);
    if (last && last.note === undefined && look(last) === look(one)) {
      last.text = `${last.text as string}${one.text as string}`;
      if (one.note !== undefined) last.note = one.note;
    } else merged.push({ ...one });
  }
  return merged;
}
