/**
 * Runs Jest, with the arguments given: `npm test -- test/meetings`. Each run is one process (test/support/runner), so that
 * it loads the product once; without a path there are two beside each other, each with a part of the files; with
 * `--parts=3` there are three.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROJECT = join(import.meta.dirname, '..');
const loader = pathToFileURL(join(PROJECT, 'test/support/runner/typescript.js'));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const PARTS = '--parts=';
const NODE = ['--import', loader.href, '--enable-source-maps', '--no-warnings', '--max-semi-space-size=64'];

const given = process.argv.slice(2);
const rest = given.filter((one) => !one.startsWith(PARTS));
const asked = given.find((one) => one.startsWith(PARTS))?.slice(PARTS.length);
const parts = Number(asked ?? (rest.length === 0 ? 2 : 1));
const runs = parts > 1 ? Array.from({ length: parts }, (_, part) => `--shard=${part + 1}/${parts}`) : [null];

const run = (shard) =>
  new Promise((resolve) => {
    const args = [...NODE, jest, '--runInBand', ...(shard ? [shard] : []), ...rest];
    spawn(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' }).on('exit', (code) =>
      resolve(code ?? 1),
    );
  });
process.exitCode = Math.max(...(await Promise.all(runs.map(run))));
