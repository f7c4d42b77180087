import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Databases need room, and in memory no commit waits for a disk. */
const ROOM = 2_000_000_000;

/** Gives the run a folder that its test files share, and fails early, with a clear word. */
export default async function globalSetup() {
  if (
    !process.execArgv
      .concat(process.env.NODE_OPTIONS ?? '')
      .join(' ')
      .includes('experimental-vm-modules')
  ) {
    throw new Error('Run the tests with `npm test`: Jest needs NODE_OPTIONS=--experimental-vm-modules here.');
  }
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
