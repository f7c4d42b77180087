import { InvalidError } from '../../errors.js';
import { inThread, ThreadLimitError, type ThreadLimits } from '../../threads/in-thread.js';
import type { parseDocument } from './parse-document.js';
import type { ReadDocument } from './what-is-read.js';

export type { ReadChange, ReadComment, ReadDocument, ReadUnit } from './what-is-read.js';

export const READ_LIMITS: ThreadLimits = { milliseconds: 30_000, megabytes: 512 };

const PROGRAM = new URL('./parse-document.js', import.meta.url);

/**
 * Reads a Word file back, unit by unit: headings without their numbers, paragraphs, lists in lists, tables, notes,
 * pictures by what they say, and references by the paragraph they lead to. Page breaks are not read. Throws InvalidError
 * on `file` when it is no Word file, is damaged, or takes more than a document does.
 */
export async function readDocument(
  file: Uint8Array,
  { name = '', limits = READ_LIMITS }: { name?: string; limits?: ThreadLimits } = {},
): Promise<ReadDocument> {
  try {
    return await inThread<typeof parseDocument>(PROGRAM, 'parseDocument', [file, name], limits);
  } catch (error) {
    if (error instanceof ThreadLimitError) throw InvalidError.field('file', 'error.document.tooMuch');
    throw error;
  }
}
