import { readFileSync } from 'node:fs';

/** `blocks.js` as a browser gets it, beside the script that uses it. */
export const BLOCKS = readFileSync(new URL('blocks.js', import.meta.url), 'utf8');
