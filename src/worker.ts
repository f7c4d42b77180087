import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { JsonLogger } from './platform/logger.js';
import { JobQueue } from './platform/queue/job-queue.js';
import { endOnSignals } from './platform/shutdown.js';
import { serve } from './platform/start/serve.js';

await serve(async (config) => {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new JsonLogger(config.logLevel),
    abortOnError: false,
  });
  endOnSignals(app);
  await app.get(JobQueue).run({ worker: true });
});
