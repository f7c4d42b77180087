import { Words } from './words.js';

const CHAPTERS = 23;
const PARAGRAPHS = 30;
const WORDS = 86;
const NOTES = 4;
const NOTE_WORDS = 14;
const ROWS = 12;
const CELL_WORDS = [1, 6, 8, 3];

export interface SampleChapter {
  heading: string;
  paragraphs: { text: string; note: string | null }[];
  caption: string;
  columns: string[];
  rows: string[][];
}

export interface Sample {
  title: string;
  chapters: SampleChapter[];
}

/** What a long submission holds (66,000 words), before it is a document of any kind. */
export function sample(): Sample {
  const words = new Words(4);
  const notedEvery = Math.floor(PARAGRAPHS / NOTES);
  return {
    title: 'Input of the bench to a review forum',
    chapters: Array.from({ length: CHAPTERS }, () => ({
      heading: words.text(7),
      paragraphs: Array.from({ length: PARAGRAPHS }, (_, index) => ({
        text: words.text(WORDS),
        note: index % notedEvery === 0 && index < NOTES * notedEvery ? words.text(NOTE_WORDS) : null,
      })),
      caption: words.text(6),
      columns: ['Code', 'Action', 'Result', 'Status'],
      rows: Array.from({ length: ROWS }, () => CELL_WORDS.map((count) => words.text(count))),
    })),
  };
}

/** How many words the sample holds, as a secretariat counts them: headings, tables and notes included. */
export function wordsIn({ title, chapters }: Sample): number {
  const texts = chapters.flatMap(({ heading, paragraphs, caption, columns, rows }) => [
    heading,
    caption,
    ...columns,
    ...rows.flat(),
    ...paragraphs.flatMap(({ text, note }) => [text, note ?? '']),
  ]);
  return [title, ...texts].join(' ').split(/\s+/).length;
}
