import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Databases need room, and in memory no commit waits for a disk. */
const ROOM = 2_000_000_000;

/** Gives the run a folder that its test files share, and fails early, with a clear word. */
export default async function globalSetup() {
  if (!process.execArgv.some((one) => one.includes('runner/typescript.js')))
    throw new Error('Run the tests with `npm test`: they are started by scripts/test.mjs.');
  process.env.WAYMARK_TEST_RUN = mkdtempSync(
    join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'waymark-test-'),
  );
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}
