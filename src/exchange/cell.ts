import type { FieldMessage } from '../platform/errors.js';
import type { ItemInput } from '../plans/items/item.dto.js';
import type { CellLanguage } from './cell-language.js';
import type { Corrections, Question } from './cells/corrections.js';
import type { UnknownOwner } from './cells/owner-text.js';
import type { DayOrder } from './cells/when-period.js';

/** How cells are written and read. */
export interface CellContext {
  /** Of words such as a status, and of headings. Cells are understood in every language. */
  language: CellLanguage;
  /** Language of the texts in columns that name none. */
  textLanguage: string;
  dayOrder: DayOrder;
  /** What a name is that is not known; null: people are asked about each. */
  unknownOwner: UnknownOwner | null;
  /** On a page: dates as people write them in the language. Files keep figures, which programs sort. */
  spelled?: boolean;
  /** What people answered about cells of a file. */
  corrections?: Corrections;
}

/** A cell that was understood: what it makes of an item, and what a person should look at; or why it was not. */
export type ReadCell =
  | { set: (item: ItemInput) => ItemInput; notices: FieldMessage[]; asked?: AskedCell[] }
  | { problem: FieldMessage };

/** A part of a cell that is left out until somebody has answered. */
export interface AskedCell {
  message: FieldMessage;
  question: Question;
}

/** What a cell of a column says, in both directions. */
export interface Cell {
  /** Text that `parse` reads back to the same. */
  format(item: ItemInput, context: CellContext): string;
  /** Reads trimmed text; empty text clears the field. Never throws. */
  parse(text: string, context: CellContext): ReadCell;
}

export const problem = (key: string, values?: FieldMessage['values']): ReadCell => ({
  problem: { key, values },
});
export const setting = (set: (item: ItemInput) => ItemInput, notices: FieldMessage[] = []): ReadCell => ({
  set,
  notices,
});
