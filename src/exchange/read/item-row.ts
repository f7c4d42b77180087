import type { FieldMessage } from '../../platform/errors.js';
import type { Question } from '../cells/corrections.js';
import { levelOf, type Use } from '../match/layout.js';

/** What is to be said about a row, or about one of its cells. */
export interface CellMessage {
  /** The column's use; null when it is about the row. */
  use: Use | null;
  message: FieldMessage;
  /** What can be answered in the preview; a problem with a question goes once it is answered. */
  asked?: Question;
}

/** A row of the file that is an item, or part of one. */
export interface ItemRow {
  row: number;
  texts: Map<Use, string>;
  /** One text over the whole width: a heading between the rows of a table. */
  section: boolean;
  /** What sets its style apart; undefined when nothing does. */
  look?: string;
  /** The level of the rows that it heads, from 1; null for one that heads none. */
  level: number | null;
  indent: number;
  problems: CellMessage[];
  notices: CellMessage[];
}

/** A row that is no item. */
export interface OmittedRow {
  row: number;
  reason: FieldMessage;
  /** What stands there, shortened. */
  text: string;
}

/** Whether a column holds titles: of all items, or of one level. */
export const isTitle = (use: Use) => use.startsWith('title.') || levelOf(use) !== null;
