import { Flag, LongText, OneOf } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { type Use, USES } from '../release/release-uses.js';

/** Files that one press may bring. */
export const FILES_AT_ONCE = 5;

/** What the form of an entry asks beside the entry. */
export class EntryAlso {
  /** Whether the form asked for the use at all: nothing ticked then means that nothing is allowed. */
  @Flag() asksUse!: boolean;
  @ListOf(OneOf(USES)) uses!: Use[];
  /** A link on each line, with what it is called before it or not. */
  @LongText(10_000, { optional: true }) links!: string | null;
}
