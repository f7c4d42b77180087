import { Flag, Text, Uuid, Version } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { type ObjectiveRef, ObjectiveText, PrincipleNumber } from '../items/item-fields.js';

/** The whole mapping of an item to the Compact; what is left out of the input stays as it is. */
export class MappingInput {
  @ListOf(ObjectiveText()) objectives!: ObjectiveRef[];
  @ListOf(PrincipleNumber(), { omittable: true }) principles?: number[];
  @Flag({ omittable: true }) institutional?: boolean;
  @Version() version!: number;
}

/** One click: an objective, action or principle more, or one less; or whether the item is about the mechanism itself. */
export class MappingStep {
  @ListOf(ObjectiveText()) add!: ObjectiveRef[];
  @ListOf(ObjectiveText()) remove!: ObjectiveRef[];
  @ListOf(PrincipleNumber()) addPrinciple!: number[];
  @ListOf(PrincipleNumber()) removePrinciple!: number[];
  @Flag({ omittable: true }) institutional?: boolean;
  /** Where the click was made: the page of the item, or the list of items without a mapping. */
  @Text(200, { optional: true }) back!: string | null;
}

export class CatalogueQuery {
  @Text(200, { optional: true }) q!: string | null;
}
export class UnmappedQuery {
  @Uuid({ optional: true }) after!: string | null;
  @Flag() institutional!: boolean;
}
