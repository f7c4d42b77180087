import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { relative } from 'node:path';

/** The file by which a folder of a demonstration is known. */
export const MARK = 'demonstration.txt';

/** Makes the folder, empty. Throws when it holds other data, or an earlier demonstration and no `reset`. */
export async function freshFolder(folder: string, reset: boolean): Promise<void> {
  const there = existsSync(folder) ? await readdir(folder) : [];
  const shown = relative(process.cwd(), folder) || folder;
  if (there.length > 0 && !there.includes(MARK)) {
    throw new Error(`${shown} holds data that is not a demonstration's. Set DATA_DIR to another folder.`);
  }
  if (there.length > 0 && !reset) {
    throw new Error(`${shown} holds an earlier demonstration. Replace it with: npm run demo -- --reset`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
