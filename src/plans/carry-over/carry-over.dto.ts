import { Uuid, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';

export class CarryOverInput {
  /** Items of other plans of the mechanism; each comes with everything below it. */
  @ListOf(Uuid(), { check: [(items) => items.length > 0, 'error.chooseItems'] }) items!: string[];
  /** The item of this plan they come to stand under; null for the top. */
  @Uuid({ optional: true }) parentId!: string | null;
}

/** In an address; what is no id is as if it were not there. */
export class CarryQuery {
  /** The plan to carry items over from. */
  @Uuid({ optional: true, otherwise: null }) from!: string | null;
  /** The item of that plan whose children are offered; null for the top. */
  @Uuid({ optional: true, otherwise: null }) under!: string | null;
  /** The item of this plan they come to stand under. */
  @Uuid({ optional: true, otherwise: null }) into!: string | null;
  /** Place of the first one offered. */
  @Whole(0, 100_000, { otherwise: 0 }) start!: number;
}
