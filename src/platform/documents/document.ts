/**
 * A document as plain data, before anyone decided on a file format. `toDocx`, `toPdf` and `toHtml` render the same value,
 * so what is circulated in Word and what is published as PDF or HTML cannot say different things.
 */
export interface Document {
  /** Stands above the title. */
  logo?: Picture;
  title: string;
  subtitle?: string;
  /** BCP 47 tag, such as `en`, `fr` or `ar-EG`. */
  language: string;
  direction: Direction;
  /** The date the file claims to be made at: the same value gives the same bytes. A string after a trip through JSON. */
  created: Date | string;
  /** The lines under the title, such as the period covered or the date of submission. */
  facts: Fact[];
  /** Asks for a table of contents under this heading. */
  contents?: { heading: string };
  blocks: Block[];
  /** Short text at the foot of every page, beside the page number. */
  footer?: string;
  labels: Labels;
}

/** A PNG, as text: a document goes through JSON. */
export interface Picture {
  base64: string;
  width: number;
  height: number;
  /** What it says. */
  text: string;
}

export type Direction = 'ltr' | 'rtl';

export interface Fact {
  label: string;
  value: string;
}

/** The fixed words a renderer needs, in the document's language. */
export interface Labels {
  /** "Page" in "Page 2 of 15". */
  page: string;
  /** "of" in "Page 2 of 15". */
  of: string;
  /** Heading over the notes at the end of the HTML page, such as "Notes". */
  notes: string;
  /** What a screen reader says at a note's mark, before its number, such as "Note". */
  note: string;
  /** What a screen reader says at the link from a note to its place in the text, such as "Back to the text". */
  backToText: string;
}

export type Block = Heading | Paragraph | List | Table | Board | PageBreak;

export interface Heading {
  type: 'heading';
  level: 1 | 2 | 3;
  text: string;
  /** The chapter number or letter as printed: `I.`, `A.`, `1.` */
  lead?: string;
}

export interface Paragraph extends InLanguage {
  type: 'paragraph';
  runs: Run[];
  /** Gives the paragraph the next number; numbers run through the whole document. */
  numbered?: boolean;
  style?: ParagraphStyle;
}

export type ParagraphStyle = 'normal' | 'note' | 'quote';

/** Lettered items: (a), (b) ... or a), b) ... where the language has it so. */
export interface List extends InLanguage {
  type: 'list';
  items: Run[][];
}

export interface Table {
  type: 'table';
  caption?: string;
  columns: Column[];
  /** Rows of cells of runs. */
  rows: Run[][][];
}

export interface Column {
  label: string;
  align?: Align;
  /** Share of the table's width, relative to the other columns; 1 when left out. */
  width?: number;
}

export type Align = 'start' | 'center' | 'end';

/** A grid of small tiles in titled groups. */
export interface Board {
  type: 'board';
  caption?: string;
  /** Explains the figures, under the grid. */
  legend?: string;
  /** Tiles in a row; 5 when left out. */
  columns?: number;
  groups: { title: string; tiles: Tile[] }[];
}

export interface Tile {
  lead: string;
  label: string;
  figures: { label: string; value: string }[];
  /** Shown quieter than the others. */
  muted?: boolean;
}

export interface PageBreak {
  type: 'page-break';
}

/** Set when the text is not in the document's language, or runs the other way. */
export interface InLanguage {
  language?: string;
  direction?: Direction;
}

/** A stretch of text with one appearance. A line feed in `text` is a line break. */
export interface PlainRun extends InLanguage {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** http, https or mailto; anything else is shown as text without a link. */
  link?: string;
}

export interface Run extends PlainRun {
  /** Text of a footnote whose mark follows the run. */
  footnote?: string | PlainRun[];
}
