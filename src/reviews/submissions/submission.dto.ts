import { Day, LongText, OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { InOrder } from '../../platform/http/read-input.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';

/** A document that is begun. Without a template it is the contribution to its cycle. */
@InOrder('periodFrom', 'periodUntil')
export class SubmissionInput {
  @Text(60, { optional: true }) template!: string | null;
  @Text(40, { optional: true }) cycleId!: string | null;
  @Uuid({ optional: true }) planId!: string | null;
  @Uuid({ optional: true }) meetingId!: string | null;
  /** Its original language. */
  @OneOf(LANGUAGES) language!: Language;
  /** Those it is to be translated into. */
  @ListOf(OneOf(LANGUAGES), { max: LANGUAGES.length }) languages!: Language[];
  @Text(300) title!: string;
  /** The days it covers, both included; as proposed when left out. */
  @Day({ optional: true }) periodFrom!: string | null;
  @Day({ optional: true }) periodUntil!: string | null;
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

/** `freeze`: the number of a submitted text; `language`: one of its languages, the original when left out. */
export class SubmissionDocumentQuery {
  @Whole(1, 10_000, { optional: true }) freeze!: number | null;
  @OneOf(LANGUAGES, { optional: true }) language!: Language | null;
}

/** A part of a section's text that is too long for one page, counted from 1. */
export class SectionTextQuery {
  @Whole(1, 10_000, { optional: true }) page!: number | null;
  @OneOf(LANGUAGES, { optional: true }) language!: Language | null;
}
