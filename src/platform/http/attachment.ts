import type { FastifyReply } from 'fastify';

/** A name beyond ASCII is written as RFC 6266 has it. */
const nameOf = (name: string) =>
  /^[\w .()-]+$/.test(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`;

/** Answers a file to save. What is not public is kept by nobody on the way. */
export function attachment<T extends Buffer | string>(
  reply: FastifyReply,
  { name, mediaType, body }: { name: string; mediaType: string; body: T },
): T {
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; ${nameOf(name)}`)
    .header('cache-control', 'private, no-store');
  return body;
}
