import type { FastifyRequest } from 'fastify';
import { InvalidError } from '../errors.js';

export interface Upload {
  name: string;
  bytes: Buffer;
}

/**
 * The one file of a multipart form, in memory. Throws InvalidError on `field` when there is none, or when it is larger
 * than `maxBytes`; it is read to its end even then, since a browser shows no answer while it still sends.
 */
export async function readUpload(request: FastifyRequest, field: string, maxBytes: number): Promise<Upload> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file?.filename) throw InvalidError.field(field, 'error.fileMissing');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file.file) {
    bytes += (chunk as Buffer).length;
    if (bytes <= maxBytes) chunks.push(chunk as Buffer);
    else chunks.length = 0;
  }
  if (bytes > maxBytes || file.file.truncated) {
    const maximum = Math.floor(maxBytes / 1_000_000);
    throw InvalidError.field(field, 'error.fileTooLarge', { maximum });
  }
  return { name: file.filename, bytes: Buffer.concat(chunks) };
}
