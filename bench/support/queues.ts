import { backendFor } from '../../src/platform/queue/backend-for.js';
import { QUEUES } from '../../src/platform/queue/jobs.js';
import { answers } from './smtp-sink.js';

const LOCAL_REDIS = { host: '127.0.0.1', port: 6379 };

/** Redis where there is one on this machine, else the queue inside the process. */
export async function nearestQueue(): Promise<string> {
  const { host, port } = LOCAL_REDIS;
  return (await answers(port, host)) ? `redis://${host}:${port}` : 'embedded';
}

/** Leaves nothing on the server of what had this prefix. */
export async function clearQueues(url: string, prefix: string): Promise<void> {
  if (url === 'embedded') return;
  const backend = backendFor(url, prefix, () => undefined);
  await backend.connect();
  for (const name of QUEUES) {
    const queue = backend.queue(name);
    for (const { key } of await queue.getJobSchedulers()) await queue.removeJobScheduler(key);
    await queue.obliterate({ force: true });
    await queue.close();
  }
  await backend.close();
}
