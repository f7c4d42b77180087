import { OneOf } from '../../platform/http/fields.js';
import { Nested, RecordOf } from '../../platform/http/list-fields.js';
import { type Release, RELEASES, VISIBILITIES, type Visibility } from '../../progress/entries/vocabulary.js';

/** What is chosen for one answer; what is left out is as chosen for all. */
export class OneAnswerUse {
  @OneOf(VISIBILITIES, { optional: true }) visibility?: Visibility | null;
  @OneOf(RELEASES, { optional: true }) release?: Release | null;
}

/** How far all answers of a delegation are seen, and how documents use them; by the ids of the round's answers where one differs. */
export class AnswerUsesInput {
  @OneOf(VISIBILITIES) visibility!: Visibility;
  @OneOf(RELEASES) release!: Release;
  @RecordOf(Nested(() => OneAnswerUse), (id) => id.length <= 36, { default: {} })
  answers!: Record<string, OneAnswerUse>;
}
