import { absentIfEmpty, OneOf } from '../../platform/http/fields.js';
import { UNKNOWN_OWNERS, type UnknownOwner } from './owner-text.js';
import { DAY_ORDERS, type DayOrder } from './when-period.js';

/** How cells are read that may be read in two ways. */
export class ReadingInput {
  @OneOf(DAY_ORDERS, { optional: true }) dayOrder!: DayOrder;
  @OneOf(UNKNOWN_OWNERS, { before: absentIfEmpty, default: 'partner' }) unknownOwner!: UnknownOwner;
}
