import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the compiled files: who runs from them. `scripts/build.mjs` looks here before it replaces them. */
const FOLDER = join(import.meta.dirname, '../../../running');

/** Notes that this process runs from the compiled files, until it ends. Where they cannot be written nobody builds. */
export function markRunning(): void {
  const mark = join(FOLDER, String(process.pid));
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(mark, '');
  } catch {
    return;
  }
  process.once('exit', () => rmSync(mark, { force: true }));
}
