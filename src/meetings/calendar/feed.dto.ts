import { Text } from '../../platform/http/fields.js';

/** How a form says "of all my mechanisms"; no mechanism has this id. */
export const ALL_MINE = 'all';

/** Which calendar: a mechanism's, by its id; left out, that of all the person's mechanisms. */
export class FeedInput {
  @Text(36, { optional: true, before: (raw) => (raw === ALL_MINE ? null : raw) }) mechanismId!: string | null;
}
