import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Loads a list when it is opened, narrows it, and says what is chosen. */
export const CHOOSE_SCRIPT = readFileSync(new URL('choose.js', import.meta.url), 'utf8');

/** Its address changes with it: browsers keep it for a year. */
export const CHOOSE_ADDRESS = `/assets/choosing/${createHash('sha256').update(CHOOSE_SCRIPT).digest('hex').slice(0, 12)}/choose.js`;
