import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JobsApart } from '../../../src/platform/queue/jobs-apart.js';
import { ownFolder } from '../../support/run-folder.js';

/** Fails or dies when it is asked to, and tells its id in a file. */
const PROGRAM = `
import { appendFileSync } from 'node:fs';
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, name, data }) => {
  appendFileSync(data.file, process.pid + '\\n');
  if (name === 'die') process.exit(3);
  process.send(name === 'fail' ? { id, failure: { message: 'No room.', stack: 'Error: No room.' } } : { id });
});
`;

const folder = ownFolder('apart');
const program = pathToFileURL(join(folder, 'program.mjs'));
const file = join(folder, 'pids');
const pids = () => readFileSync(file, 'utf8').trim().split('\n');
const isRunning = (pid: string) => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

it('does jobs in one process beside, says how they failed, begins another when that dies, and ends it when nothing is left', async () => {
  writeFileSync(program, PROGRAM);
  const apart = new JobsApart(program, 50);
  await Promise.all([apart.run('do', { file }), apart.run('do', { file })]);
  await expect(apart.run('fail', { file })).rejects.toThrow('No room.');
  await expect(apart.run('die', { file })).rejects.toThrow('ended (3)');
  await apart.run('do', { file });
  const ids = pids();
  expect(new Set(ids.slice(0, 4)).size).toBe(1);
  expect(ids[4]).not.toBe(ids[0]);
  while (isRunning(ids[4]!)) await new Promise((resolve) => setTimeout(resolve, 20));
  apart.close();
  await expect(apart.run('do', { file })).rejects.toThrow('closed');
});
