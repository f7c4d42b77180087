import { absentIfEmpty, OneOf } from '../../platform/http/fields.js';
import { Parsed } from '../../platform/http/list-fields.js';
import { CORRECTIONS, type Corrections, correctionsOf } from './corrections.js';
import { UNKNOWN_OWNERS, type UnknownOwner } from './owner-text.js';
import { DAY_ORDERS, type DayOrder } from './when-period.js';

class DaysInput {
  @OneOf(DAY_ORDERS, { optional: true }) dayOrder!: DayOrder;
}

/** How cells are read that may be read in two ways. */
export class ReadingInput extends DaysInput {
  @OneOf(UNKNOWN_OWNERS, { before: absentIfEmpty, default: 'partner' }) unknownOwner!: UnknownOwner;
}

/** The same of a file, about whose cells questions may have been answered. */
export class FileReadingInput extends DaysInput {
  /** What a name is that is not known; people are asked about each while it is not said. */
  @OneOf(UNKNOWN_OWNERS, { optional: true }) unknownOwner!: UnknownOwner | null;
  /** What cells are in truth: `{"code": {"10-Jul": "10.7"}}`, or by row `{"code": {"row 8": "2.10"}}`. */
  @Parsed(correctionsOf, CORRECTIONS) corrections!: Corrections;
}
