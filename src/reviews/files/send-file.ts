import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReadyFile } from './document-files.service.js';
import type { Format } from './formats.js';

/** The file is one page with its style and its logo in it and nothing else: no script, and nothing from anywhere. */
const ALONE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** HTML and JSON open in the browser; the others are saved. What is not public is kept by nobody on the way. */
export function sendFile(
  reply: FastifyReply,
  format: Format,
  { name, mediaType, body, length }: ReadyFile,
): Buffer | StreamableFile {
  const way = format === 'html' || format === 'json' ? 'inline' : 'attachment';
  const disposition = `${way}; filename="${name}"`;
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', disposition)
    .header('cache-control', 'private, no-store');
  if (format === 'html') void reply.header('content-security-policy', ALONE);
  if (Buffer.isBuffer(body)) return body;
  return new StreamableFile(body, { type: mediaType, length, disposition });
}
