import { unzipSync } from 'fflate';
import { InvalidError } from '../../platform/errors.js';
import { tablesOf } from './word-tables.js';
import { wordKey } from './word-key.js';

/** A form is some kilobytes; people paste pictures into it. */
export const MAX_FORM_BYTES = 10_000_000;
const MAX_TEXT_BYTES = 20_000_000;
const KEY = /#[0-9a-f]{12}/;
const LONGEST_ANSWER = 20_000;

/**
 * What was written into the boxes of a Word form, by id of the answer; a box left empty is not in it. Throws
 * InvalidError on `file` when it is not a Word file, is damaged, or is the form of another round or delegation. Boxes are
 * found by the key in their table, wherever the table stands now.
 */
export function parseWordForm(file: Uint8Array, answerIds: readonly string[]): Map<string, string> {
  const ids = new Map(answerIds.map((id) => [wordKey(id), id]));
  const answers = new Map<string, string>();
  const found = new Set<string>();
  let keys = 0;
  for (const rows of tablesOf(documentOf(file))) {
    const starts = rows.flatMap((row, index) => (KEY.test(row.join('\n')) ? [index] : []));
    starts.forEach((start, index) => {
      keys += 1;
      const id = ids.get(KEY.exec(rows[start]!.join('\n'))![0]);
      // Word joins tables that lost the line between them: a question ends where the next begins.
      const box = rows.slice(start + 1, starts[index + 1] ?? rows.length).at(-1);
      if (id === undefined || !box) return;
      const text = box.join('\n').trim();
      if (text.length > LONGEST_ANSWER)
        throw InvalidError.field('file', 'error.answering.boxTooLong', { maximum: LONGEST_ANSWER });
      if (text) answers.set(id, text);
      else answers.delete(id);
      found.add(id);
    });
  }
  if (keys === 0) throw InvalidError.field('file', 'error.answering.noForm');
  if (found.size === 0) throw InvalidError.field('file', 'error.answering.otherForm');
  return answers;
}

function documentOf(file: Uint8Array): string {
  if (file.length > MAX_FORM_BYTES)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: MAX_FORM_BYTES / 1_000_000 });
  let there = false;
  try {
    const files = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        // Once: an archive can name the same few bytes sixty thousand times.
        if (there || name !== 'word/document.xml') return false;
        there = true;
        return originalSize <= MAX_TEXT_BYTES;
      },
    });
    const document = files['word/document.xml'];
    if (document) return new TextDecoder('utf-8').decode(document);
  } catch {
    // Said below: no Word file, or a damaged one.
  }
  throw InvalidError.field('file', 'error.answering.noWord');
}
