import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { JsonLogger } from '../platform/logger.js';
import { startUp } from '../platform/start/start-up.js';

interface Opening {
  /** Makes the data where there is none, and brings the tables up to date. A command that does not refuses instead. */
  creates?: boolean;
}

/** Says on standard error which data a command works on: what it answers stays alone on standard output. */
export function openData({ creates = false }: Opening = {}): Config {
  const { config, where, warnings } = startUp({ creates });
  for (const line of [where, ...warnings]) console.error(line);
  return config;
}

/** Runs a command inside the application, without web server or worker. */
export async function withApp(
  work: (app: INestApplicationContext, config: Config) => Promise<void>,
  { creates = false }: Opening = {},
): Promise<void> {
  const config = openData({ creates });
  const module = AppModule.with(config, new Clock(), creates ? 'migrate' : 'as-is');
  // What goes wrong on the way is thrown, and said once.
  const app = await NestFactory.createApplicationContext(module, {
    logger: new JsonLogger('fatal'),
    abortOnError: false,
  });
  app.useLogger(new JsonLogger('warn'));
  try {
    await work(app, config);
  } finally {
    await app.close();
  }
}
