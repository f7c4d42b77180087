import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { type Config, readConfig } from '../platform/config.js';
import { JsonLogger } from '../platform/logger.js';

/** Runs a command inside the application, without web server or worker; the tables are brought up to date first. */
export async function withApp(
  work: (app: INestApplicationContext, config: Config) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new JsonLogger('warn'),
  });
  try {
    await work(app, config);
  } finally {
    await app.close();
  }
}
