import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The folder that all test files of one run share; it is removed when the run ends (global-teardown.js). */
export const RUN = process.env.WAYMARK_TEST_RUN!;
/** Sets one run apart from others on the same servers. */
export const RUN_NAME = basename(RUN);

/** A folder of one's own. */
export const ownFolder = (name: string) => mkdtempSync(join(RUN, `${name}-`));

/** Makes a folder once for all test files of the run. Two that begin at the same time both make it, and one is kept. */
export async function onceInRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const path = join(RUN, name);
  if (existsSync(path)) return path;
  const partial = ownFolder(name);
  await make(partial);
  try {
    renameSync(partial, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
  return path;
}
