import { States } from '../../accounts/states.js';
import { Day, Flag, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { InOrder } from '../../platform/http/read-input.js';
import {
  ITEM_LIMITS,
  type FrameworkRef,
  ownerOf,
  type OwnerRef,
  referenceOf,
} from '../../plans/items/item-fields.js';
import { FIGURES } from './board-figures.js';

@InOrder('from', 'until')
export class BoardFilter {
  /** One plan of the mechanism. */
  @Uuid({ omittable: true }) plan?: string;
  /** `chair`, `state:KEN`, `working-group:Migration data`: items that name this owner. */
  @Text(ITEM_LIMITS.owner, { omittable: true, parse: ownerOf }) owner?: OwnerRef;
  /** A State's code: items the State answers for, those of each member State included. */
  @Text(3, { optional: true, check: [(code) => States.exists(code), 'error.state'] }) state?: string | null;
  /** Items whose dates touch these days, and what was reported for a period that does. */
  @Day({ optional: true }) from!: string | null;
  @Day({ optional: true }) until!: string | null;
}

/** What the items of one tile have in common; without any of it, all items. */
export class BoardItemsQuery extends BoardFilter {
  @Whole(1, 23, { optional: true }) objective!: number | null;
  @Whole(1, 10, { optional: true }) principle!: number | null;
  /** `sdg:8.8` */
  @Text(ITEM_LIMITS.reference, { omittable: true, parse: referenceOf }) reference?: FrameworkRef;
  /** Items without an objective. */
  @Flag() unmapped!: boolean;
  @OneOf(FIGURES, { optional: true }) figure!: (typeof FIGURES)[number] | null;
  @Uuid({ omittable: true }) cursor?: string;
}
