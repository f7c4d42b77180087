import { Day, OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { type Standing, STANDINGS } from '../words/entry-standing.js';

/** What narrows the list of one's own texts down. What is not understood is as if it were not there. */
export class DeskFilter {
  @Text(36, { optional: true }) mechanism?: string | null;
  @Uuid({ optional: true, otherwise: null }) plan!: string | null;
  @OneOf(STANDINGS, { optional: true, otherwise: null }) state!: Standing | null;
  /** Texts whose period touches this one. */
  @Day({ optional: true, otherwise: null }) from!: string | null;
  @Day({ optional: true, otherwise: null }) until!: string | null;
  /** Name of somebody who had a hand in it. */
  @Text(200, { optional: true }) person?: string | null;
  /** Words in it, or in the titles of its items. */
  @Text(200, { optional: true }) words?: string | null;
  @Text(3, { optional: true }) format?: string | null;
}
