import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SECRET_KEY } from './app.js';
import { compiledProduct } from './compiled.js';
import { keepQueueIn } from './queue.js';
import { ownFolder } from './run-folder.js';

const ROOT = join(import.meta.dirname, '../..');

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One process of the product, as people run it. */
export interface Running {
  pid: number;
  since: Date;
  /** What it wrote to standard output and error. */
  output(): string;
  /** Resolves when it is gone. */
  exit: Promise<Exit>;
  /** Sends a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<Exit>;
}

export interface Product {
  /** Where package.json and dist are. */
  folder: string;
  /** Runs `dist/src/<door>.js` with these variables and no others. */
  run(
    door: 'main' | 'worker' | 'cli',
    env: Record<string, string>,
    args?: readonly string[],
    cwd?: string,
  ): Running;
  /** Ends what still runs and removes the files. */
  close(): Promise<void>;
}

/**
 * The product, compiled once for all test files: `dist` belongs to whoever runs `npm run build` meanwhile. With
 * `dotEnv` it is a copy of its own with such a .env, and nothing else but `env` is told to its processes.
 */
export async function buildProduct({ dotEnv }: { dotEnv?: string } = {}): Promise<Product> {
  const built = await compiledProduct();
  const folder = ownFolder('product-data');
  const root = dotEnv === undefined ? built : installIn(folder, built, dotEnv);
  const known = dotEnv === undefined ? { DATA_DIR: folder, SECRET_KEY } : {};
  if (dotEnv === undefined) await keepQueueIn(folder);
  const running = new Set<Running>();
  return {
    folder: root,
    run: (door, env, args = [], cwd = root) => {
      const path = join(root, 'dist/src', `${door}.js`);
      const options = { cwd, env: { PATH: process.env.PATH, ...known, ...env } };
      const one = follow(spawn(process.execPath, [path, ...args], options));
      running.add(one);
      void one.exit.then(() => running.delete(one));
      return one;
    },
    close: async () => {
      await Promise.all([...running].map((one) => one.end('SIGKILL')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installIn(folder: string, built: string, dotEnv: string): string {
  cpSync(join(built, 'dist'), join(folder, 'dist'), { recursive: true });
  copyFileSync(join(built, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.env'), dotEnv, { mode: 0o600 });
  return folder;
}

function follow(child: ChildProcess): Running {
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout!.on('data', keep);
  child.stderr!.on('data', keep);
  const exit = new Promise<Exit>((resolve, reject) => {
    // "close" comes after "exit", once all output is read.
    child.on('close', (code, signal) => resolve({ code, signal }));
    child.on('error', reject);
  });
  return {
    pid: child.pid!,
    since: new Date(),
    output: () => output,
    exit,
    end: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
}

/** Below those that a system gives away by itself: what else connects meanwhile takes one of those. */
const PORTS = [20_000, 30_000] as const;
const given = new Set<number>();

/** A port for a process that is started next. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    if (given.has(port)) continue;
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    given.add(port);
    return port;
  }
}
