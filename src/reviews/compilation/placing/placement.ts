import type { EntryPart } from '../../templates/template.js';

/** A place of a section where words of entries stand: under an objective, under none, or gathered without a heading. */
export type Spot = number | 'institutional' | 'parts';

/** The part of one entry that stands in one place, and nowhere else in the document. */
export interface PlacedPart {
  entryId: string;
  part: EntryPart;
}

export interface SpotContents {
  spot: Spot;
  /** Of reporters that are named. */
  named: PlacedPart[];
  /** Of others, in an order that says nothing. */
  unnamed: PlacedPart[];
  /** Named entries that are about this too and stand in another place. */
  elsewhere: string[];
}

/** What one `Content` of a section takes in, by its place among the contents of that section. */
export interface TakenIn {
  index: number;
  spots: SpotContents[];
}

export interface SectionPlacement {
  key: string;
  taken: TakenIn[];
  /** Words of unnamed reporters that are too few under one heading, and enough in the section. */
  pool: PlacedPart[];
  /** The same for the document: in its last section that takes in entries. */
  documentPool: PlacedPart[];
}

export interface Placement {
  sections: SectionPlacement[];
  /**
   * Words of unnamed reporters in a language that too few of them share, which would say who wrote them. They wait for a
   * summary in the document's language that the reporter approves.
   */
  waiting: PlacedPart[];
  /** Released words that no section of this document takes in. */
  left: PlacedPart[];
}
