import { Text } from '../platform/http/fields.js';

export class HelpQuery {
  /** Words that are looked for; without any, everything is listed. */
  @Text(200, { ifMissing: '' }) q!: string;
}
