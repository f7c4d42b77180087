import { Text } from '../../platform/http/fields.js';

/** Part of a name, of an address, or of a State's name. */
export class PeopleFilterInput {
  @Text(200, { optional: true }) q!: string | null;
}
