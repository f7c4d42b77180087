import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const versionOf = (source: string) => createHash('sha256').update(source).digest('hex').slice(0, 12);

/** What the script is made of: each part is asked for by an address that changes with it. */
export const parts: Record<string, string> = {};
// Each after those it imports.
for (const file of ['grid-blocks.js', 'grid-kept.js', 'grid-cells.js'])
  parts[file] = withAddresses(read(`./${file}`));

/** The script itself. */
export const grid = withAddresses(read('./grid.js'));

/** Address of the script, which changes with it: browsers keep it for a year. */
export const TABLE_SCRIPT = `/assets/plan-table.js?v=${versionOf(grid)}`;

/** Has a script import its parts by their addresses. */
function withAddresses(script: string): string {
  return Object.entries(parts).reduce(
    (source, [file, part]) => source.replace(`./${file}`, `/assets/plan-table/${file}?v=${versionOf(part)}`),
    script,
  );
}
