import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyFile } from './secret-key.js';

/** Rights of anybody but the owner; the bit by which a folder is everybody's, as /tmp is. */
const OTHERS = 0o077;
const SHARED = 0o1000;

/**
 * Takes the data from everybody but the account that the product runs as: files 0600, folders 0700. What is new is made
 * so by the umask; this mends what an earlier version, or a copy, has left open.
 * Answers what could not be mended.
 */
export function tighten(dataDir: string, databaseFile: string | null): string[] {
  const open: string[] = [];
  const database = databaseFile === null ? [] : ['', '-wal', '-shm'].map((end) => databaseFile + end);
  for (const path of [...database, keyFile(dataDir)]) close(path, open);
  // What is below a closed folder is out of reach, so it is walked only where the folder itself was open.
  if (isOpen(join(dataDir, 'files'))) walk(join(dataDir, 'files'), open);
  close(dataDir, open);
  return open;
}

function walk(folder: string, open: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, open);
    else close(path, open);
  }
  close(folder, open);
}

function close(path: string, open: string[]): void {
  const mode = modeOf(path);
  if (mode === null || (mode & OTHERS) === 0) return;
  try {
    if ((mode & SHARED) !== 0) throw new Error('it is shared on purpose');
    chmodSync(path, mode & 0o700);
  } catch {
    open.push(path);
  }
}

const isOpen = (path: string) => ((modeOf(path) ?? 0) & OTHERS) !== 0;

/** Null when it is not there, or is a link to something else. */
function modeOf(path: string): number | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found && (found.isFile() || found.isDirectory()) ? found.mode & 0o7777 : null;
}
