/**
 * Starts what is compiled: node scripts/run.mjs main | worker | cli [arguments]. It compiles first where that is missing
 * or older than the source and nobody runs from it; otherwise it says so.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, stateOfBuild, whoRuns } from './build.mjs';

const [door, ...args] = process.argv.slice(2);
if (!isReady()) process.exit(1);

const path = join(import.meta.dirname, '../dist/src', `${door}.js`);
const child = spawn(process.execPath, [path, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));

function isReady() {
  const state = stateOfBuild();
  if (state === 'current') return true;
  const running = whoRuns();
  if (running.length === 0) return build();
  const what = `dist is ${state === 'older' ? 'older than the source' : 'incomplete'}, and process ${running.join(', ')} runs from it`;
  // A command of the version that runs is the right one for its data.
  if (door === 'cli' && state === 'older' && args[0] !== 'demo') {
    console.error(`${what}: this is the command of that version.`);
    return true;
  }
  console.error(`${what}. Stop it first; then this builds and starts.`);
  return false;
}
