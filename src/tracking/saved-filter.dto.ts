import { Flag, Text } from '../platform/http/fields.js';

/** A filter of a plan's sheet, as its address says it. */
export class FilterInput {
  @Text(80) name!: string;
  @Text(3000) filter!: string;
  /** For everybody of the secretariat; else the actor's own. */
  @Flag() shared!: boolean;
}
