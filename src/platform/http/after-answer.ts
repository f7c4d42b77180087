import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const logger = new Logger('after-answer');

/**
 * Does work when the answer is on its way, so that how long it takes tells whoever asked nothing. Its failure is logged:
 * nobody is there any more to be told. What must not be lost is a row before it is work.
 */
export function afterAnswer(reply: FastifyReply, work: () => Promise<unknown>): void {
  reply.raw.once('close', () => {
    work().catch((error: unknown) => logger.error(String(error)));
  });
}
