import type {
  Board,
  Column,
  Direction,
  Fact,
  Labels,
  PageBreak,
  ParagraphStyle,
  Picture,
  PlainRun,
} from './document.js';

/** A document in which every number and marker is settled and every text is clean: what the renderers read. */
export interface Prepared {
  logo?: Picture;
  title: string;
  subtitle?: string;
  language: string;
  direction: Direction;
  created: Date;
  facts: Fact[];
  contents?: string;
  footer?: string;
  labels: Labels;
  blocks: PreparedBlock[];
  /** The texts of the notes in order; note 1 is the first. */
  notes: PreparedText[];
}

export type PreparedBlock =
  PreparedHeading | PreparedParagraph | PreparedList | PreparedTable | PreparedBoard | PageBreak;

export interface PreparedHeading {
  type: 'heading';
  level: 1 | 2 | 3;
  text: string;
  lead?: string;
  anchor: string;
}

/** Runs with the language and direction they share where these are not the document's. */
export interface PreparedText {
  language?: string;
  direction?: Direction;
  runs: PreparedRun[];
}

export interface PreparedRun extends PlainRun {
  /** Number of the note whose mark follows the run. */
  note?: number;
}

export interface PreparedParagraph extends PreparedText {
  type: 'paragraph';
  style: ParagraphStyle;
  /** As printed, such as `12.` */
  number?: string;
}

export interface PreparedList {
  type: 'list';
  items: (PreparedText & { marker: string })[];
}

export interface PreparedTable {
  type: 'table';
  caption?: string;
  columns: Required<Column>[];
  rows: PreparedText[][];
}

export interface PreparedBoard extends Board {
  columns: number;
}

/** As large as a picture may stand above a title, in points. */
const MOST = { width: 160, height: 40 };

/** The size of a picture above a title, in points. */
export function sizeOf({ width, height }: Picture): { width: number; height: number } {
  const share = Math.min(MOST.width / width, MOST.height / height);
  return { width: width * share, height: height * share };
}
