import { InvalidError } from '../../platform/errors.js';
import type { Encoding } from '../../platform/spreadsheets/encodings.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { inThread, ThreadLimitError } from '../../platform/threads/in-thread.js';
import type { fileContent } from './file-content.js';
import type { PlanContent } from './plan-content.js';

const READER = new URL('./file-content.js', import.meta.url);

export interface PlanFile {
  name: string;
  bytes: Buffer;
  encoding?: Encoding | null;
  /** It is no file, but a table as text that was pasted. */
  pasted?: true;
}

/** A file as a plan, read in a thread. Throws InvalidError on `file` with what can be done about it. */
export async function readPlanFile({
  bytes,
  encoding = null,
  pasted,
}: Pick<PlanFile, 'bytes' | 'encoding' | 'pasted'>): Promise<PlanContent> {
  if (bytes.length > LIMITS.bytes)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: LIMITS.bytes / 1_000_000 });
  try {
    return await inThread<typeof fileContent>(READER, 'fileContent', [bytes, encoding, pasted], LIMITS);
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    throw InvalidError.field(
      'file',
      error.limit === 'megabytes' ? 'error.fileInflates' : 'error.fileTooSlow',
    );
  }
}

/** A name to show: no path, no control characters. */
export const shownName = (name: string): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f"]/g, '')
    .trim()
    .slice(-180) || 'file';
