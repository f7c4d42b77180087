import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const versionOf = (source: string) => createHash('sha256').update(source).digest('hex').slice(0, 12);

/** What the script is made of: each part is asked for by an address that changes with it. */
export const parts = Object.fromEntries(
  ['grid-blocks.js', 'grid-kept.js'].map((file) => [file, read(`./${file}`)]),
);
/** The script itself. */
export const grid = Object.entries(parts).reduce(
  (source, [file, part]) => source.replace(`./${file}`, `/assets/plan-table/${file}?v=${versionOf(part)}`),
  read('./grid.js'),
);

/** Address of the script, which changes with it: browsers keep it for a year. */
export const TABLE_SCRIPT = `/assets/plan-table.js?v=${versionOf(grid)}`;
