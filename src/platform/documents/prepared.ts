import type {
  Board,
  Column,
  Direction,
  Fact,
  InLanguage,
  Labels,
  ListKind,
  Marked,
  Masthead,
  PageBreak,
  ParagraphStyle,
  Picture,
  PlainRun,
} from './document.js';

/** A document in which every number and marker is settled and every text is clean: what the renderers read. */
export interface Prepared {
  logo?: Picture;
  masthead?: Masthead;
  title: string;
  subtitle?: string;
  language: string;
  direction: Direction;
  created: Date;
  facts: Fact[];
  contents?: string;
  header?: string;
  footer?: string;
  orientation: 'portrait' | 'landscape';
  labels: Labels;
  blocks: PreparedBlock[];
  /** The texts of the notes in order; note 1 is the first. */
  notes: PreparedText[];
}

export type PreparedBlock =
  | PreparedHeading
  | PreparedParagraph
  | PreparedList
  | PreparedTable
  | PreparedFigure
  | PreparedBoard
  | PageBreak;

export interface PreparedHeading extends Marked {
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
  /** The paragraph whose number the text is. */
  see?: { key: string; anchor: string };
}

export interface PreparedParagraph extends PreparedText, Marked {
  type: 'paragraph';
  style: ParagraphStyle;
  /** As printed, such as `12.` */
  number?: string;
  /** Of one that is referred to, and what `see` of a run leads to: `paragraph-12`. */
  key?: string;
  anchor?: string;
}

/** The language of the items is its own too, and that of the lists in it. */
export interface PreparedList extends InLanguage, Marked {
  type: 'list';
  kind: ListKind;
  start: number;
  items: PreparedItem[];
}

export interface PreparedItem extends PreparedText {
  /** As printed, such as `(a)`, `3.` or `•`. */
  marker: string;
  list?: PreparedList;
}

export interface PreparedTable extends Marked {
  type: 'table';
  /** "Table 3": stands before the caption. */
  label?: string;
  caption?: string;
  columns: Required<Column>[];
  rows: PreparedText[][];
}

export interface PreparedFigure extends Marked {
  type: 'figure';
  /** "Figure 2": stands before the caption. */
  label?: string;
  caption?: string;
  picture: Picture;
  table?: PreparedTable;
}

export interface PreparedBoard extends Board {
  columns: number;
}

/** A caption as one line, where a format has no better way: `Table 3. States and their plans`. */
export const captionText = ({ label, caption }: { label?: string; caption?: string }): string =>
  [label, caption].filter(Boolean).join('. ');

/** As large as a picture may stand above a title, in points. */
const MOST = { width: 160, height: 40 };

/** The size of a picture above a title, in points. */
export function sizeOf({ width, height }: Picture): { width: number; height: number } {
  const share = Math.min(MOST.width / width, MOST.height / height);
  return { width: width * share, height: height * share };
}

/** The size of a picture in a text that has this room, in points: as it is on a screen, and never beyond the room. */
export function sizeInText(
  { width, height }: Picture,
  room: { width: number; height: number },
): { width: number; height: number } {
  const share = Math.min(0.75, room.width / width, room.height / height);
  return { width: width * share, height: height * share };
}
