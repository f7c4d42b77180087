import type { Config } from '../config.js';
import { JsonLogger } from '../logger.js';
import { nameSourceLines } from './source-lines.js';
import { startUp } from './start-up.js';

/** Starts a server. One that cannot start says why in one line, and ends the process with 1. */
export async function serve(start: (config: Config) => Promise<void>): Promise<void> {
  nameSourceLines();
  try {
    const { config, where, warnings } = startUp({ creates: true });
    const logger = new JsonLogger(config.logLevel);
    logger.log(where, 'start');
    for (const warning of warnings) logger.warn(warning, 'start');
    await start(config);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
