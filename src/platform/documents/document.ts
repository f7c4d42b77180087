/**
 * A document as plain data, before anyone decided on a file format. `toDocx`, `toPdf` and `toHtml` render the same value,
 * so what is circulated in Word and what is published as PDF or HTML cannot say different things.
 */
export interface Document {
  /** Stands above the title. */
  logo?: Picture;
  /** The head of the first page, as a convention for such documents has it; stands beside the logo. */
  masthead?: Masthead;
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
  /** Short text at the head of every page but the first. */
  header?: string;
  /** Short text at the foot of every page, beside the page number. */
  footer?: string;
  labels: Labels;
  /** How its pages lie; upright when left out. */
  orientation?: 'portrait' | 'landscape';
}

/**
 * What stands at the head of a document of an organization. United Nations documents have the body at the start of the
 * line and at its end the symbol, the distribution, the date and the original language.
 */
export interface Masthead {
  organization: string;
  /** Lines under the organization: the body, the session, the agenda item. */
  lines: string[];
  symbol?: string;
  /** Lines at the other end, under the symbol: distribution, date, "Original: Spanish". */
  reference: string[];
}

/** A PNG, as text: a document goes through JSON. */
export interface Picture {
  base64: string;
  /**
   * How large it is shown, in pixels of a screen (96 to an inch), never larger than the text or a page. A picture that
   * shall be sharp in print holds more of its own: twice as many each way.
   */
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
  /** "Table" in "Table 3"; where there is none, captions have no numbers. */
  table?: string;
  /** "Figure" in "Figure 2". */
  figure?: string;
  /** What a screen reader says at the link from a note to its place in the text, such as "Back to the text". */
  backToText: string;
}

export type Block = Heading | Paragraph | List | Table | Figure | Board | PageBreak;

/** What every block may carry. */
export interface Marked {
  /** The unit it belongs to, in letters, figures and `-`, at most 36: a Word file that comes back is read by it. Blocks of one unit follow each other. */
  unit?: string;
}

export interface Heading extends Marked {
  type: 'heading';
  level: 1 | 2 | 3;
  text: string;
  /** The chapter number or letter as printed: `I.`, `A.`, `1.` */
  lead?: string;
}

export interface Paragraph extends InLanguage, Marked {
  type: 'paragraph';
  runs: Run[];
  /** What a run refers to it by (`see`), in the whole document. Only of a numbered one. */
  key?: string;
  /** Gives the paragraph the next number; numbers run through the whole document. */
  numbered?: boolean;
  style?: ParagraphStyle;
}

export type ParagraphStyle = 'normal' | 'note' | 'quote';

export interface List extends InLanguage, Marked {
  type: 'list';
  /** `letters`: (a), (b) ... or a), b) ... where the language has it so. */
  kind: ListKind;
  /** Of its first item; 1 when left out. */
  start?: number;
  items: ListItem[];
}

export type ListKind = 'bullets' | 'numbers' | 'letters';

export interface ListItem {
  runs: Run[];
  /** What stands under it. */
  list?: List;
}

export interface Table extends Marked {
  type: 'table';
  /** "Table 3" stands before it. */
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

/** A picture in the text. */
export interface Figure extends Marked {
  type: 'figure';
  /** "Figure 2" stands before it. */
  caption?: string;
  picture: Picture;
  /** The figures of a chart, for those who do not see it; stands below it. */
  table?: Table;
}

/** A grid of small tiles in titled groups. */
export interface Board extends Marked {
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
  /** The key of a paragraph, whose number is printed as this run's text; where there is none, `text` is. */
  see?: string;
}
