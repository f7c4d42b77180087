import { Day, OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';

/** What a document is to be begun for, as far as it is chosen; what cannot be read is as if it were not chosen. */
export class OpeningQuery {
  @Text(60, { optional: true, otherwise: null }) template!: string | null;
  @Text(40, { optional: true, otherwise: null }) cycleId!: string | null;
  @Uuid({ optional: true, otherwise: null }) planId!: string | null;
  @Uuid({ optional: true, otherwise: null }) meetingId!: string | null;
  @OneOf(LANGUAGES, { optional: true, otherwise: null }) language!: Language | null;
}

/** Days that somebody chooses, as far as they can be read. */
export class ChosenDaysQuery {
  @Day({ optional: true, otherwise: null }) periodFrom!: string | null;
  @Day({ optional: true, otherwise: null }) periodUntil!: string | null;
}

/** The same for a document that is not begun yet. */
export class OverlapQuery extends OpeningQuery {
  @Day({ optional: true, otherwise: null }) periodFrom!: string | null;
  @Day({ optional: true, otherwise: null }) periodUntil!: string | null;
}
