import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sources = Object.fromEntries(
  ['writing.js', 'paste.js'].map((file) => [
    file,
    readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'),
  ]),
);

/** Browsers keep the scripts under it. */
export const WRITING_VERSION = createHash('sha256')
  .update(JSON.stringify(sources))
  .digest('hex')
  .slice(0, 12);

export const WRITING_SCRIPT = `/assets/writing/${WRITING_VERSION}/writing.js`;

/** One of the scripts; undefined for what is none. */
export const writingFile = (file: string): string | undefined =>
  Object.hasOwn(sources, file) ? sources[file] : undefined;
