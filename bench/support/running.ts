import { fileURLToPath } from 'node:url';
import type { BenchApp } from './app.js';
import { type Started, startProcess } from './process.js';

/** Starts `main` or `worker` on the bench's database and queue, the worker apart; answers once it is ready. */
export async function runProduct(app: BenchApp, door: 'main' | 'worker'): Promise<Started> {
  const { databaseUrl, dataDir, queueUrl, queuePrefix, secretKey } = app.config;
  const env = {
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
  const started = await startProcess(program, env);
  if (door === 'main') await started.answers('/ready');
  return started;
}
