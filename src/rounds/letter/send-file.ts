import type { ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidError } from '../../platform/errors.js';
import type { LetterFile } from './letter-file.entity.js';

type Sent = Pick<LetterFile, 'name' | 'mediaType' | 'bytes'>;

/** A file as a download, never shown by the browser as part of this site. */
export function sendFile({ file, stream }: { file: Sent; stream: ReadStream }, reply: FastifyReply) {
  void reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store');
  return new StreamableFile(stream, {
    type: file.mediaType,
    length: file.bytes,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}

/** The file of a multipart form, as it comes. Throws InvalidError when none was chosen. */
export async function receivedFile(request: FastifyRequest): Promise<{ name: string; stream: Readable }> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file?.filename) throw InvalidError.field('file', 'error.fileMissing');
  return { name: file.filename, stream: file.file };
}
