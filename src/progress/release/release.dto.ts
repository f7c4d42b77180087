import { OneOf, Text } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { type Release, RELEASES, VISIBILITIES, type Visibility } from '../entries/vocabulary.js';
import { type Use, USES } from './release-uses.js';

/** In which mechanism; without it, where the entry is reported. */
export class DisclosureInput {
  @Text(36, { optional: true }) mechanismId?: string | null;
  @OneOf(VISIBILITIES) visibility!: Visibility;
  @OneOf(RELEASES) release!: Release;
}

/** What a reporter allows in a mechanism, as a form asks it. */
export class UsesInput {
  @Text(36) mechanismId!: string;
  @ListOf(OneOf(USES)) uses!: Use[];
}
