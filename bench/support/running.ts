import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BenchApp } from './app.js';

const READY_WITHIN_MS = 60_000;

/** A process of the product, as people run it, on the data of the bench. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Starts `main` or `worker` on the bench's database and queue, the worker apart; answers once it is ready. */
export async function runProduct(app: BenchApp, door: 'main' | 'worker'): Promise<Running> {
  const { databaseUrl, dataDir, queueUrl, queuePrefix, secretKey } = app.config;
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    // The one inside a process is no other's.
    QUEUE_URL: queueUrl === 'embedded' ? databaseUrl : queueUrl,
    QUEUE_PREFIX: queuePrefix,
    SECRET_KEY: secretKey,
    MAIL_URL: 'mailbox',
    WORKER: 'separate',
    LOG_LEVEL: 'error',
  };
  const program = fileURLToPath(new URL(`../../src/${door}.js`, import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  if (door === 'main') await isReady(child, `${url}/ready`);
  return {
    url,
    stop: async () => {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

async function isReady(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('a process did not start');
    await delay(50);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
