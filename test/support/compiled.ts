import { execFile } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onceInRun } from './run-folder.js';

const ROOT = join(import.meta.dirname, '../..');

/**
 * The folder with the product as it is now, compiled once for all test files: `dist` belongs to whoever runs
 * `npm run build` meanwhile.
 */
export const compiledProduct = () => onceInRun('product', compile);

async function compile(folder: string): Promise<void> {
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const target = ['-d', join(folder, 'dist'), '--copy-files', '--quiet'];
  await promisify(execFile)(process.execPath, [swc, 'src', 'migrations', ...target], {
    cwd: ROOT,
    env: { PATH: process.env.PATH },
  });
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
