import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { JsonLogger } from './platform/logger.js';
import { JobQueue } from './platform/queue/job-queue.js';
import { endOnSignals } from './platform/shutdown.js';

const config = readConfig();
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: new JsonLogger(config.logLevel),
});
endOnSignals(app);
await app.get(JobQueue).run({ worker: true });
