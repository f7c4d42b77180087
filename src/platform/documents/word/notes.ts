import { Paragraph, TextRun } from 'docx';
import type { Prepared } from '../prepared.js';
import type { WordText } from './text.js';

/** The footnotes by their numbers. */
export function notesOf({ notes }: Prepared, text: WordText) {
  return Object.fromEntries(
    notes.map((note, index) => {
      // The library puts the note's number before the first run.
      const children = [new TextRun(' '), ...text.runs(note)];
      const paragraph = new Paragraph({ style: 'FootnoteText', ...text.side(note), children });
      return [index + 1, { children: [paragraph] }];
    }),
  );
}
