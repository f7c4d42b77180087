import { Paragraph, TextRun } from 'docx';
import type { Prepared } from '../prepared.js';
import type { WordText } from './text.js';

/** The footnotes by their numbers. */
export function notesOf({ notes, direction }: Prepared, text: WordText) {
  return Object.fromEntries(
    notes.map((note, index) => {
      const own = note.direction ?? direction;
      const side = own === 'rtl' || note.direction ? { bidirectional: own === 'rtl' } : {};
      // The library puts the note's number before the first run.
      const children = [new TextRun(' '), ...text.runs(note)];
      return [index + 1, { children: [new Paragraph({ style: 'FootnoteText', ...side, children })] }];
    }),
  );
}
