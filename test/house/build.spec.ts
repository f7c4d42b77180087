import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../support/run-folder.js';

/** A project with the scripts of this one, a source of one line, and a compiler that copies it. */
const project = ownFolder('build');
const at = (path: string) => join(project, path);
beforeAll(() => {
  for (const folder of ['src', 'migrations', 'node_modules/@nestjs/cli/bin'])
    mkdirSync(at(folder), { recursive: true });
  cpSync(join(import.meta.dirname, '../../scripts'), at('scripts'), { recursive: true });
  writeFileSync(
    at('node_modules/@nestjs/cli/bin/nest.js'),
    `const fs = require('fs'); fs.rmSync('dist', { recursive: true, force: true }); fs.mkdirSync('dist/src', { recursive: true });
     for (const door of ['main', 'cli']) fs.copyFileSync('src/all.ts', 'dist/src/' + door + '.js');`,
  );
  source('first');
});

function source(word: string) {
  writeFileSync(at('src/all.ts'), `console.log('${word}', ...process.argv.slice(2))`);
}

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at(`scripts/${script}.mjs`), ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
};

/** What main, worker and cli leave while they run; 'dist/' is in how it was started. */
async function whileOneRuns(work: (id: number) => void): Promise<void> {
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'dist/src/main.js']);
  await new Promise((resolve) => server.on('spawn', resolve));
  mkdirSync(at('dist/running'), { recursive: true });
  writeFileSync(at(`dist/running/${server.pid}`), '');
  try {
    work(server.pid!);
  } finally {
    server.kill('SIGKILL');
    await new Promise((resolve) => server.on('exit', resolve));
  }
}

describe('what is compiled', () => {
  it('is compiled when it is missing or older, and not again', () => {
    expect(run('run', 'cli', 'backup', 'a file')).toEqual({
      status: 0,
      stdout: 'first backup a file',
      stderr: '',
    });
    writeFileSync(at('dist/witness'), '');
    expect(run('run', 'main').stdout).toBe('first');
    expect(readFileSync(at('dist/witness'), 'utf8')).toBe('');
    source('second');
    expect(run('run', 'main').stdout).toBe('second');
  });

  it('stays as it is while somebody runs from it, and that is said', async () => {
    source('third');
    await whileOneRuns((id) => {
      const command = run('run', 'cli', 'remind');
      expect(command).toMatchObject({ status: 0, stdout: 'second remind' });
      expect(command.stderr).toContain(`older than the source, and process ${id} runs from it`);
      for (const refused of [run('run', 'main'), run('run', 'cli', 'demo')])
        expect(refused).toMatchObject({
          status: 1,
          stdout: '',
          stderr: expect.stringContaining('Stop it first'),
        });
      expect(run('build')).toMatchObject({ status: 1, stderr: expect.stringContaining('stop it first') });
    });
    // Its mark is still there: it was killed. What is marked by the number of somebody else's process counts no more.
    writeFileSync(at(`dist/running/${process.ppid}`), '');
    expect(run('run', 'main').stdout).toBe('third');
  });
});
