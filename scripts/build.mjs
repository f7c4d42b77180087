/**
 * Compiles to dist, unless a process runs from it: a server reads parts of itself when they are needed, and would get
 * those of another version. `npm run build` runs this; so does run.mjs, where there is something to compile.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = join(import.meta.dirname, '..');
const DIST = join(PROJECT, 'dist');
const STAMP = join(DIST, 'built');

/** 'missing', 'older' than the source, or 'current'. Where there is no source, as in the image, it is current. */
export function stateOfBuild() {
  if (!existsSync(STAMP)) return existsSync(join(PROJECT, 'src')) ? 'missing' : 'current';
  const built = statSync(STAMP).mtimeMs;
  const newer = ['src', 'migrations'].some((folder) => hasNewer(join(PROJECT, folder), built));
  return newer ? 'older' : 'current';
}

function hasNewer(folder, than) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return statSync(path).mtimeMs > than || (entry.isDirectory() && hasNewer(path, than));
  });
}

/** Ids of the processes that run from dist; each leaves a mark there (platform/start/running-mark.ts). */
export function whoRuns() {
  const marks = join(DIST, 'running');
  if (!existsSync(marks)) return [];
  return readdirSync(marks)
    .map(Number)
    .filter((id) => {
      if (isRunning(id)) return true;
      // Killed before it could take its mark away.
      rmSync(join(marks, String(id)), { force: true });
      return false;
    });
}

/** Ids are used again: where the system tells what a process runs, it must be something from dist. */
function isRunning(id) {
  try {
    process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const command = `/proc/${id}/cmdline`;
  return !existsSync(command) || readFileSync(command, 'utf8').includes('dist/');
}

/** Answers whether it went well. */
export function build() {
  const running = whoRuns();
  if (running.length > 0) {
    console.error(`Waymark runs from dist (process ${running.join(', ')}): stop it first, then build.`);
    return false;
  }
  const nest = join(PROJECT, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: PROJECT, stdio: 'inherit' });
  if (status === 0) writeFileSync(STAMP, '');
  return status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !build()) process.exitCode = 1;
