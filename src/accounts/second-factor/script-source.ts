import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const versionOf = (source: string) => createHash('sha256').update(source).digest('hex').slice(0, 12);

// The package exports no file for browsers; this is the one it is published with for them.
const LIBRARY_FILE = join(
  dirname(createRequire(import.meta.url).resolve('@simplewebauthn/browser')),
  '../dist/bundle/index.umd.min.js',
);
/** Turns options into the calls of the browser, and its answers into JSON. */
export const library = readFileSync(LIBRARY_FILE, 'utf8');
export const script = readFileSync(new URL('./passkeys.js', import.meta.url), 'utf8');

/** Addresses that change with the scripts: browsers keep them for a year. */
export const PASSKEY_SCRIPTS = [
  `/assets/webauthn.js?v=${versionOf(library)}`,
  `/assets/passkeys.js?v=${versionOf(script)}`,
] as const;
