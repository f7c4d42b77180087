import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BLOCKS } from '../../platform/spreadsheets/blocks-script.js';

const sources: Readonly<Record<string, string>> = {
  'paste.js': readFileSync(new URL('paste.js', import.meta.url), 'utf8'),
  'blocks.js': BLOCKS,
};

/** A file of the script that takes a table from the clipboard; undefined for one that is none. */
export const pasteScript = (file: string): string | undefined =>
  Object.hasOwn(sources, file) ? sources[file] : undefined;

const version = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);

/** It changes with the script and its parts: browsers keep them for a year. */
export const PASTE_SCRIPT = `/assets/import/${version}/paste.js`;
