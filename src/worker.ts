import { serve } from './platform/start/serve.js';

await serve(async (config) => {
  // As in main.ts: what is wrong with the environment is said at once.
  const { NestFactory } = await import('@nestjs/core');
  const { AppModule } = await import('./app.module.js');
  const { JsonLogger } = await import('./platform/logger.js');
  const { JobQueue } = await import('./platform/queue/job-queue.js');
  const { endOnSignals } = await import('./platform/shutdown.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new JsonLogger(config.logLevel),
    abortOnError: false,
  });
  endOnSignals(app);
  await app.get(JobQueue).run({ worker: true });
});
