import type { FastifyReply } from 'fastify';

/** Answers a file to save. What is not public is kept by nobody on the way. */
export function attachment<T extends Buffer | string>(
  reply: FastifyReply,
  { name, mediaType, body }: { name: string; mediaType: string; body: T },
): T {
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
  return body;
}
