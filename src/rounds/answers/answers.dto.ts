import { PickType } from '@nestjs/swagger';
import { OneOf, Text, Whole } from '../../platform/http/fields.js';
import { Nested, RecordOf } from '../../platform/http/list-fields.js';
import { Patch } from '../../platform/http/read-input.js';
import { EntryContent } from '../../progress/entries/entry-content.js';
import { type Release, RELEASES, VISIBILITIES, type Visibility } from '../../progress/entries/vocabulary.js';

/** The parts of an entry's content that a round's form has. */
export const WORDS = ['status', 'narrative', 'results', 'challenges', 'nextSteps', 'support'] as const;

/** What is written to one question. What is left out stays as it is. */
export class AnswerWords extends Patch(PickType(EntryContent, WORDS)) {}

export class OneAnswer extends AnswerWords {
  /** Version of the entry the words were written over; none when nobody had begun. */
  @Whole(0, 1_000_000_000, { omittable: true }) version?: number;
  /** Mark of the words the form was shown with: what is the same was not touched. */
  @Text(64, { omittable: true }) mark?: string;
  @OneOf(VISIBILITIES, { optional: true }) visibility?: Visibility | null;
  @OneOf(RELEASES, { optional: true }) release?: Release | null;
}

/** Several answers at once, by the ids of the round's answers; the last two hold for those that say nothing else. */
export class AnswersInput {
  @RecordOf(Nested(() => OneAnswer), (id) => id.length <= 36, { default: {} })
  answers!: Record<string, OneAnswer>;
  @OneOf(VISIBILITIES, { optional: true }) visibility?: Visibility | null;
  @OneOf(RELEASES, { optional: true }) release?: Release | null;
}
