import { ITEM_STATUSES } from '../plans/plan/vocabulary.js';
import { OneOf, Text, Uuid, Version } from '../platform/http/fields.js';
import { ListOf } from '../platform/http/list-fields.js';
import { RawText } from '../platform/http/raw-text.js';

/** Columns that are changed in their place. */
export const CHANGED_IN_PLACE = ['status', 'owners', 'when'] as const;
/** For a field of several items: none, where nothing typed leaves it as it is. */
export const CLEARED = 'none';

export class CellQuery {
  @Uuid() item!: string;
  @OneOf(CHANGED_IN_PLACE) column!: (typeof CHANGED_IN_PLACE)[number];
}

/** One cell, as text, and the version of the item that was looked at. */
export class CellInput extends CellQuery {
  @Version() version!: number;
  @RawText(20_000) value!: string;
}

/** What several items are to say; what is left out stays as it is, "none" clears it. */
export class BulkInput {
  @ListOf(Uuid(), { max: 500 }) items!: string[];
  @OneOf([...ITEM_STATUSES, CLEARED], { optional: true }) status!: string | null;
  @Text(5000, { optional: true }) owners!: string | null;
  @Text(200, { optional: true }) when!: string | null;
  /** Added to those that each has: "9, 18(a)". */
  @Text(500, { optional: true }) objectives!: string | null;
}

/** Which part of the sheet a form was on. */
export class BackInput {
  @Text(3000, { optional: true }) back!: string | null;
}
