import type { INestApplicationContext } from '@nestjs/common';

/**
 * Closes the application when the process is asked to end, and then ends with 0. Left to itself Nest ends by the
 * signal once more, which what watches over processes takes for a failure.
 */
export function endOnSignals(app: INestApplicationContext): void {
  app.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP'], { useProcessExit: true });
}
