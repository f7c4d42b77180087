import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Whoever was answered while they still sent, a file that is too large for example, sends on: the rest is read and thrown
 * away, or the next request on the same line would wait for ever. How long that may take is the server's limit of time.
 */
export function readToEnd(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', ({ raw }, _reply, done) => {
      if (!raw.complete) raw.unpipe().resume();
      done();
    });
}
