import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word file in which somebody wrote one thing in place of another; fails when it is not there. */
export function rewritten(file: Uint8Array, from: string, to: string): Buffer {
  const parts = unzipSync(file);
  const text = strFromU8(parts['word/document.xml']!);
  if (!text.includes(from)) throw new Error(`the file does not say “${from}”`);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) }));
}
