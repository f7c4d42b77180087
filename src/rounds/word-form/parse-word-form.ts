import { readContent } from '../../platform/documents/read-word/content.js';
import { formatOfName, otherFormat } from '../../platform/documents/read-word/file-kind.js';
import { type Line, linesOf, textOfLines } from '../../platform/documents/read-word/lines.js';
import { openPackage, type WordPackage } from '../../platform/documents/read-word/package.js';
import { InvalidError } from '../../platform/errors.js';
import type { BoxStatus, FilledForm, Leftover } from './filled-form.js';
import { FormWalk } from './form-walk.js';
import type { PrintedForm } from './printed.js';
import type { Piece } from './read-segment.js';
import { Recognizer } from './recognize.js';

/** A form is some kilobytes; people paste pictures into it. */
export const MAX_FORM_BYTES = 10_000_000;
const LONGEST_ANSWER = 20_000;
/** Of all that was written: as much as a form takes that is sent with it. */
const LONGEST_FORM = 200_000;

/**
 * All that was written into a Word form: what is in the boxes, found by the key in their table wherever that stands now,
 * and every other text that the product did not print (`printed`). Throws InvalidError on `file` when it is no Word file
 * (`name` is asked where the bytes do not say), is damaged, or is the form of another round or delegation.
 */
export function parseWordForm(file: Uint8Array, name: string, printed: PrintedForm): FilledForm {
  const { blocks, margins, ...notices } = readContent(opened(file, name));
  const known = new Recognizer(printed);
  const walk = new FormWalk(known, blocks);
  if (!walk.isForm) throw refused(walk.foreignKeys > 0 ? 'otherForm' : 'noForm');
  const boxes = known.ids.map((id, index) => [id, boxOf(walk.boxes.get(index), index)] as const);
  const byId = Object.fromEntries(boxes);
  const isFilled = (index: number) => byId[known.ids[index] ?? '']?.status === 'read';
  const margin = new Map(
    linesOf(margins)
      .filter(({ text }) => !known.isPrinted(text))
      .map((line) => [line.text.trim(), line]),
  );
  const pieces: Piece[] = [
    ...walk.pieces,
    { lines: [...margin.values()], place: 'margin', question: null, isSure: false },
  ];
  const leftovers = pieces.flatMap((piece) => {
    const { place, question } = piece;
    const isLikely = question !== null && (piece.isSure || isUnderEmpty(piece, isFilled, known.ids.length));
    const likely = isLikely ? known.ids[question]! : null;
    const at = { place, question: question === null ? null : question + 1, likely };
    return slices(textOfLines(piece.lines)).map((text): Leftover => ({ text, ...at }));
  });
  const length = [...Object.values(byId), ...leftovers].reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_FORM) throw refused('fileTooLong', { maximum: LONGEST_FORM });
  return { boxes: byId, leftovers, notices };
}

function opened(file: Uint8Array, name: string): WordPackage {
  if (file.length > MAX_FORM_BYTES)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: MAX_FORM_BYTES / 1_000_000 });
  const other = otherFormat(file);
  const found = other ? null : openPackage(file);
  if (found) return found;
  const format = other ?? formatOfName(name);
  if (format === 'encrypted') throw refused('encrypted');
  throw format ? refused('saveAsDocx', { format }) : refused('noWord');
}

const refused = (reason: string, values?: Record<string, string | number>) =>
  InvalidError.field('file', `error.answering.${reason}`, values);

/** A box that was copied gives all its texts, each once. */
function boxOf(copies: Line[][] | undefined, index: number): { status: BoxStatus; text: string } {
  if (!copies) return { status: 'notFoundInFile', text: '' };
  const text = [...new Set(copies.map(textOfLines).filter(Boolean))].join('\n\n');
  if (text.length > LONGEST_ANSWER)
    throw refused('boxTooLong', { number: index + 1, maximum: LONGEST_ANSWER });
  return { status: text ? 'read' : 'emptyInFile', text };
}

/** Words under a table whose box is empty are meant for it, unless the next box is empty too. */
const isUnderEmpty = ({ place, question }: Piece, isFilled: (index: number) => boolean, count: number) =>
  place === 'under' && !isFilled(question!) && (question! + 1 >= count || isFilled(question! + 1));

/** A long text in pieces that a box can take. */
function slices(text: string): string[] {
  const parts: string[] = [];
  for (let rest = text; rest;) {
    const end = rest.length <= LONGEST_ANSWER ? rest.length : rest.lastIndexOf('\n', LONGEST_ANSWER);
    const cut = end > 0 ? end : LONGEST_ANSWER;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return parts;
}
