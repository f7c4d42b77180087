import type { FastifyReply } from 'fastify';
import { NotFoundError } from '../../platform/errors.js';
import { type DocumentFile, type Format, FORMATS } from './render-document.js';

/** The file is one page with its style and its logo in it and nothing else: no script, and nothing from anywhere. */
const ALONE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Throws NotFoundError for an ending that is none of the formats. */
export function formatOf(ending: string): Format {
  const format = FORMATS.find((one) => one === ending);
  if (!format) throw new NotFoundError('document');
  return format;
}

/** HTML and JSON open in the browser; the others are saved. What is not public is kept by nobody on the way. */
export function sendDocument(
  reply: FastifyReply,
  format: Format,
  { name, mediaType, body }: DocumentFile,
): Buffer | string {
  const way = format === 'html' || format === 'json' ? 'inline' : 'attachment';
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', `${way}; filename="${name}"`)
    .header('cache-control', 'private, no-store');
  if (format === 'html') void reply.header('content-security-policy', ALONE);
  return body;
}
