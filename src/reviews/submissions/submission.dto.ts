import { Day, LongText, OneOf, Text, Version, Whole } from '../../platform/http/fields.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import { reviewCycles } from '../cycles/review-cycles.data.js';

export class SubmissionInput {
  @OneOf(reviewCycles.map(({ id }) => id)) cycleId!: string;
  @OneOf(LANGUAGES) language!: Language;
  @Text(300) title!: string;
}

/** Own words of a section; a blank line parts paragraphs. */
export class SectionInput {
  @LongText(60_000, { optional: true }) text!: string | null;
  @Version() version!: number;
}

/** The version of the text the person was looking at; when it is given, what changed meanwhile is refused. */
export class SubmissionMoveInput {
  @Whole(1, 1_000_000_000, { optional: true }) version!: number | null;
}

/** By when those who get it are asked to answer. */
export class CirculationInput extends SubmissionMoveInput {
  @Day({ optional: true }) answerBy!: string | null;
}

/** `freeze`: the number of a submitted text. */
export class SubmissionDocumentQuery {
  @Whole(1, 10_000, { optional: true }) freeze!: number | null;
}
