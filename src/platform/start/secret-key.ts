import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the key is kept that nobody chose. */
export const keyFile = (dataDir: string) => join(dataDir, 'secret.key');

/**
 * The key in the data folder; made when there is none. Processes that start together agree on one: a link is made
 * whole or not at all, by the first.
 * Throws an Error when what is there is no key.
 */
export function keyIn(dataDir: string): string {
  const file = keyFile(dataDir);
  const there = read(file);
  if (there !== null) return there;
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${randomBytes(48).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return read(file)!;
}

function read(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (text.length < 32)
    throw new Error(`${file} holds no key of 32 characters or more. Put the right one back.`);
  return text;
}
