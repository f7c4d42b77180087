import { Text } from '../platform/http/fields.js';

/** `scope` is a mechanism's id; without one, the history of the installation. */
export class HistoryQuery {
  @Text(36, { optional: true }) scope!: string | null;
  @Text(200, { optional: true }) cursor!: string | null;
}
