import { Flag, OneOf, Uuid, Whole } from '../../platform/http/fields.js';

export class PositionInput {
  @Uuid({ optional: true }) parentId!: string | null;
  /** Place among the new siblings, from 0; beyond the end is the end. */
  @Whole(0, 100_000) position!: number;
}
export class ItemStepInput {
  @OneOf(['up', 'down']) direction!: 'up' | 'down';
}
export class ItemRemovalInput {
  @Flag() confirmed!: boolean;
}
