import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Closes in the sheet what was opened in it; without it, pages do. */
export const SCRIPT = readFileSync(new URL('sheet.js', import.meta.url), 'utf8');

/** Its address changes with it: browsers keep it for a year. */
export const SCRIPT_ADDRESS = `/assets/tracking/${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 12)}/sheet.js`;
