import type { Line } from '../../platform/documents/read-word/lines.js';
import type { Segment } from './box-rows.js';
import type { Place } from './filled-form.js';
import type { Recognizer } from './recognize.js';

/** Lines that reached no box, as they stood together. */
export interface Piece {
  lines: Line[];
  place: Place;
  /** Index of the question it stands at. */
  question: number | null;
  /** Whether it is certainly about that question. */
  isSure: boolean;
}

export interface ReadSegment {
  /** What stands in the box; null where there is no box. */
  box: Line[] | null;
  pieces: Piece[];
}

/**
 * Parts a question's rows into printed words, words of the box, and words that are in neither. The answer is all that
 * stands below the box's label and beside it, and all in rows that are neither the head nor last time's words.
 */
export function readSegment({ rows, kind, question, isSure }: Segment, known: Recognizer): ReadSegment {
  if (kind !== 'keyed') {
    const own = new Unprinted(known);
    const lines = rows.flatMap((row) => row.lines.flatMap((line) => own.of(line)));
    const place = kind === 'above' ? 'beside' : kind === 'other' ? 'other' : 'box';
    return {
      box: null,
      pieces: lines.length > 0 ? [{ lines, place, question, isSure: kind === 'unmarked' && isSure }] : [],
    };
  }
  const at = question!;
  const box: Line[] = [];
  const head: Line[] = [];
  const last: Line[] = [];
  let isBelowLabel = false;
  let hasTitle = false;
  rows.forEach(({ lines }, index) => {
    const texts = lines.map(({ text }) => text);
    const isLastRow =
      !isBelowLabel && index > 0 && last.length === 0 && texts.some((text) => known.isLast(text, at));
    let zone = index === 0 ? head : isLastRow ? last : box;
    for (const line of lines) {
      const beside = known.besideBoxLabel(line.text);
      // Further down only the label itself is printed.
      if (beside === '' || (beside !== null && !isBelowLabel)) {
        isBelowLabel = true;
        zone = box;
        zone.push({ ...line, text: beside });
      } else if (!isBelowLabel && known.isLastLabel(line.text)) zone = last;
      else if (zone === head) {
        hasTitle ||= known.isTitleLine(line.text, at);
        head.push({ ...line, text: known.besideHead(line.text, at) });
      } else zone.push(line);
    }
  });
  const pieces: Piece[] = [
    // A title that was amended since reads like something written there.
    { lines: written(head), place: 'beside', question: at, isSure: hasTitle },
    { lines: changed(last, at, known), place: 'last', question: at, isSure: false },
  ];
  return { box, pieces: pieces.filter(({ lines }) => lines.length > 0) };
}

export const written = (lines: readonly Line[]) =>
  lines.filter(({ text, notes }) => text.trim() !== '' || notes.length > 0);

/** Of last time's words what is new; all of it when somebody wrote over them. */
function changed(last: readonly Line[], question: number, known: Recognizer): Line[] {
  const isNew = ({ text, notes }: Line) => !known.isLast(text, question) || notes.length > 0;
  const fresh = written(last).filter(isNew);
  const isWhole = known.hasLast(
    last.map(({ text }) => text),
    question,
  );
  return fresh.length === 0 || isWhole ? fresh : written(last);
}

/** What is not printed of lines that are in no box, one after the other. Last time's words are, below their label. */
export class Unprinted {
  private isAfterLast = false;

  constructor(private readonly known: Recognizer) {}

  of(line: Line): Line[] {
    const { known } = this;
    const beside = known.besideBoxLabel(line.text);
    if (known.isLastLabel(line.text)) this.isAfterLast = true;
    else if (beside !== null || known.title(line.text) !== null) this.isAfterLast = false;
    const isPrinted = known.isPrinted(line.text) || (this.isAfterLast && known.isLast(line.text));
    const text = isPrinted ? '' : (beside ?? known.besideHead(line.text, null));
    return written([{ ...line, text, marker: text ? line.marker : '' }]);
  }
}
