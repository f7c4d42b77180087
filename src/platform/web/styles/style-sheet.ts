import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What others build on comes first; how paper differs comes last. Those between may stand in any order. */
const FIRST = 'base.css';
const LAST = 'print.css';

/** The one sheet of the product, put together of a file for each component. */
function readSheet(): string {
  const folder = new URL('./', import.meta.url);
  const between = readdirSync(folder)
    .filter((name) => name.endsWith('.css') && name !== FIRST && name !== LAST)
    .sort();
  return [FIRST, ...between, LAST].map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

export const STYLE_SHEET = readSheet();

/** Another one for other rules: a browser keeps the sheet under it. */
export const STYLE_VERSION = createHash('sha256').update(STYLE_SHEET).digest('hex').slice(0, 12);
