import type { Block } from '../document.js';

/** What a Word file that `toDocx` wrote says now. */
export interface ReadDocument {
  title: string | null;
  /** In the order of the file. */
  units: ReadUnit[];
  comments: ReadComment[];
  /** Units whose marks stand more than once: the first is the unit, the others are `unit: null`. */
  repeated: string[];
  /** How many pictures are no PNG, and charts and embedded files, none of which is read. */
  skipped: number;
}

export interface ReadUnit {
  /** Null where text stands between the units that are known: it is new. */
  unit: string | null;
  /** As if all tracked changes were accepted. */
  blocks: Block[];
  /** As if none were. */
  original: Block[];
  changes: ReadChange[];
}

/** A tracked change as its reviewer made it: text in place of other text. */
export interface ReadChange {
  author: string;
  /** As the program wrote it; null where it wrote none. */
  date: string | null;
  inserted: string;
  deleted: string;
}

export interface ReadComment {
  author: string;
  date: string | null;
  text: string;
  unit: string | null;
  /** The words it is about. */
  quote: string;
}
