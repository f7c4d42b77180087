import type { Handed, Told } from './platform/queue/jobs-apart.js';
import { nameSourceLines } from './platform/start/source-lines.js';
import { startUp } from './platform/start/start-up.js';

/**
 * The process that does the long jobs of main.ts, which starts it and hands them over (`platform/queue/jobs-apart.ts`).
 * It ends with main.ts: a signal to all of them is for that one.
 */
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
nameSourceLines();

const { config } = startUp({ creates: false });
const starting = start();
process.on('message', ({ id, name, data }: Handed) => {
  const answer = (told: Told) => process.connected && process.send!(told);
  starting
    .then((queue) => queue.work(name, data))
    .then(
      () => answer({ id }),
      ({ message, stack }: Error) => answer({ id, failure: { message, stack } }),
    );
});

async function start() {
  const { NestFactory } = await import('@nestjs/core');
  const { AppModule } = await import('./app.module.js');
  const { Clock } = await import('./platform/clock.js');
  const { JsonLogger } = await import('./platform/logger.js');
  const { JobQueue } = await import('./platform/queue/job-queue.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new Clock(), 'as-is'), {
    logger: new JsonLogger(config.logLevel),
    abortOnError: false,
  });
  return app.get(JobQueue);
}
