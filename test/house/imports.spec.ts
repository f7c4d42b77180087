import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../src');
/** Each imports only from those to its left (design section 3). */
const FEATURES = [
  'accounts',
  'audit',
  'framework',
  'mechanisms',
  'plans',
  'indicators',
  'meetings',
  'conversations',
  'progress',
  'practices',
  'rounds',
  'reminders',
  'clearance',
  'reviews',
  'search',
];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file),
);

/** Relative imports of a file, as paths below src without ending. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map((match) => match[1]!);
  return found.map((path) => normalize(join(dirname(file), path)).replace(/\.js$/, ''));
}

const placeOf = (path: string) => path.split('/')[0]!;

describe('imports', () => {
  it('finds files and imports at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it('run from right to left between features, and never from platform to a feature', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(placeOf(file), placeOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('form no cycle inside a place', () => {
    const graph = new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), importsOf(file)]));
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file))
        throw new Error(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) if (!isTypeOnly(file, next)) visit(next, [...path, file]);
      done.add(file);
    };
    expect(() => [...graph.keys()].forEach((file) => visit(file, []))).not.toThrow();
  });

  it('read the environment in one file', () => {
    const readers = files.filter((file) => readFileSync(join(SOURCE, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['platform/config.ts']);
  });
});

function allowed(from: string, to: string): boolean {
  if (from === to || to === 'platform') return true;
  if (from === 'platform') return to === 'locales';
  if (!FEATURES.includes(from)) return true; // main, cli, commands, demo and the lists see everything
  return FEATURES.includes(to) && FEATURES.indexOf(to) < FEATURES.indexOf(from);
}

/** A type is gone when the code runs, and so is the cycle. Entities of one table family refer to each other. */
function isTypeOnly(file: string, target: string): boolean {
  const path = ['.ts', '.tsx']
    .map((ending) => join(SOURCE, file + ending))
    .find((one) => files.includes(relative(SOURCE, one)));
  if (!path) return false;
  const text = readFileSync(path, 'utf8');
  const name = target.split('/').at(-1)!;
  return new RegExp(`import type [^;]*/${name.replaceAll('.', '\\.')}\\.js'`).test(text);
}
