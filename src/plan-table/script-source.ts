import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BLOCKS } from '../platform/spreadsheets/blocks-script.js';
import { keptFolder } from '../platform/web/kept/kept-scripts.js';

/** What the script is made of. */
const sources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['grid.js', 'grid-cells.js', 'grid-kept.js'].map((file) => [
      file,
      readFileSync(new URL(file, import.meta.url), 'utf8'),
    ]),
  ),
  'blocks.js': BLOCKS,
};
/** Of what is kept until it is saved, with its texts in the reader's language. */
const KEPT = '../platform/web/kept';

/** A file of the script; undefined for one that is none. */
export const scriptFile = (language: string, file: string): string | undefined =>
  Object.hasOwn(sources, file) ? sources[file]!.replace(KEPT, keptFolder(language)) : undefined;

const version = (language: string) =>
  createHash('sha256')
    .update(JSON.stringify([sources, keptFolder(language)]))
    .digest('hex')
    .slice(0, 12);

/** Address of the script, which changes with it and its parts: browsers keep them for a year. */
export const tableScript = (language: string) =>
  `/assets/plan-table/${version(language)}/${language}/grid.js`;
