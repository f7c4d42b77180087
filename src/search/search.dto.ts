import { Text } from '../platform/http/fields.js';

export class SearchQuery {
  /** Words, all of which must be there; those of three letters or more find what begins with them. */
  @Text(200, { ifMissing: '' }) q!: string;
  /** Only these: `plan`, `item`, `indicator`, `round`, `meeting`, `entry`, `practice`, `support`, `submission`, `person`. */
  @Text(20, { optional: true }) kind!: string | null;
  @Text(100, { optional: true }) cursor!: string | null;
}
