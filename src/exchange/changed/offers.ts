import { isObjective, isPrinciple, isSdgCode } from '../../framework/framework.js';
import { jvapDomains } from '../../framework/related-frameworks.data.js';
import { codeKey, codeParts } from '../read/code-shape.js';
import type { Use } from '../match/layout.js';

/** Columns whose cells are codes, or numbers that mean something: what a spreadsheet changes in them is asked about. */
export type CodeKind = 'code' | 'parent' | 'sdg' | 'jvap' | 'objectives' | 'principles';
const OTHERS = ['parent', 'sdg', 'jvap', 'objectives', 'principles'] as const;

export function codeKind(use: Use): CodeKind | null {
  if (use === 'code' || use.startsWith('levelCode.')) return 'code';
  return OTHERS.find((one) => one === use) ?? null;
}

/** The codes beside a cell, in the order of the rows. */
export interface Neighbours {
  codes: readonly string[];
  keys: ReadonlySet<string>;
  separator: string;
}

export function neighboursOf(codes: readonly string[]): Neighbours {
  const separators = codes.flatMap((code) => /[\p{L}\d]([.\-/])[\p{L}\d]/u.exec(code)?.[1] ?? []);
  const count = (one: string) => separators.filter((separator) => separator === one).length;
  const [separator] = ['.', '-', '/'].sort((a, b) => count(b) - count(a));
  return { codes, keys: new Set(codes.map(codeKey)), separator: separator! };
}

/** Texts that figures may stand for in a column, the likeliest first, and the one that the rest of the file speaks for. */
export function offersOf(
  kind: CodeKind,
  readings: readonly (readonly string[])[],
  beside: Neighbours,
): { offers: string[]; likely: string | null } {
  switch (kind) {
    case 'sdg':
      return among(
        readings.map((figures) => figures.join('.')),
        isSdgCode,
      );
    case 'jvap':
      return among(
        readings.map((figures) => figures.join('.')),
        (code) => jvapDomains.some((domain) => domain.code === code.split('.')[0]),
      );
    case 'objectives':
      return { offers: listed(readings, isObjective), likely: null };
    case 'principles':
      return { offers: listed(readings, isPrinciple), likely: null };
    default:
      return byNeighbours(kind, readings, beside);
  }
}

/** Those that are on a known list; when none is, all of them. */
function among(texts: readonly string[], isKnown: (text: string) => boolean) {
  const known = texts.filter(isKnown);
  return { offers: known.length > 0 ? known : [...texts], likely: known.length === 1 ? known[0]! : null };
}

/** Two numbers beside each other, or all from the one to the other. */
function listed(readings: readonly (readonly string[])[], isKnown: (number: number) => boolean): string[] {
  const numbers = (readings[0] ?? []).map(Number).sort((a, b) => a - b);
  if (!numbers.every(isKnown)) return [];
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const range = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [...new Set([[...new Set(numbers)], range].map((list) => list.join('; ')))];
}

/** By the codes beside it: one that goes on where they stop is likelier than one that nothing leads to. */
function byNeighbours(
  kind: 'code' | 'parent',
  readings: readonly (readonly string[])[],
  beside: Neighbours,
): { offers: string[]; likely: string | null } {
  const rated = readings
    .map((figures) => ({ text: figures.join(beside.separator), fits: fit(kind, figures, beside) }))
    .sort((a, b) => b.fits - a.fits);
  const [best, next] = rated;
  const stands = best !== undefined && best.fits > 0 && best.fits > (next?.fits ?? 0);
  return { offers: rated.map(({ text }) => text), likely: stands ? best.text : null };
}

function fit(kind: 'code' | 'parent', figures: readonly string[], { codes, keys }: Neighbours): number {
  const key = figures.join('.');
  if (keys.has(key)) return kind === 'parent' ? 9 : -9;
  const above = figures.slice(0, -1).join('.');
  if (kind === 'parent' || above === '') return 0;
  const last = Number(figures.at(-1));
  const isNext = keys.has(`${above}.${last - 1}`) || keys.has(`${above}.${last + 1}`);
  const hasSiblings = codes.some((code) => codeParts(code).slice(0, -1).join('.') === above);
  return (isNext ? 4 : 0) + (hasSiblings ? 2 : 0) + (keys.has(above) ? 1 : 0);
}
