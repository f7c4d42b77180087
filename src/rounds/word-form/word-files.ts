import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidError } from '../../platform/errors.js';
import { LANGUAGES } from '../../platform/i18n/i18n.js';
import type { FormAccess } from '../answers/answer-form-renderer.js';
import type { UploadedForm, WordFormService } from './word-form.service.js';
import { MAX_FORM_BYTES } from './parse-word-form.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The questions as a download, in the language asked for, else in the reader's. */
export async function wordAttachment(
  word: WordFormService,
  { actor, addressee }: Pick<FormAccess, 'actor' | 'addressee'>,
  asked: unknown,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const language = LANGUAGES.find((code) => code === asked) ?? actor.language;
  const file = await word.write(actor, addressee, language);
  void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(file, {
    type: WORD,
    length: file.length,
    disposition: `attachment; filename="questions-${language}.docx"`,
  });
}

/** An uploaded form as its bytes and the name it had; null when none was chosen. Throws InvalidError for one that is too large. */
export async function uploadedForm(request: FastifyRequest): Promise<UploadedForm | null> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file?.filename) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file.file as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to the end all the same: a connection that is cut off gets no message.
    if (length <= MAX_FORM_BYTES) chunks.push(chunk);
  }
  if (length > MAX_FORM_BYTES)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: MAX_FORM_BYTES / 1_000_000 });
  if (length === 0) throw InvalidError.field('file', 'error.fileEmpty');
  return { name: file.filename, bytes: Buffer.concat(chunks) };
}
