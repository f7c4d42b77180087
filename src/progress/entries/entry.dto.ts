import { Day, Flag, LongText, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { ListOf, Nested } from '../../platform/http/list-fields.js';
import { InOrder } from '../../platform/http/read-input.js';
import { EntryContent } from './entry-content.js';

@InOrder('periodStart', 'periodEnd')
class EntryFields {
  @Day() periodStart!: string;
  @Day() periodEnd!: string;
  /** Plan items it speaks about: ids. */
  @ListOf(Uuid()) items!: string[];
  /** A form's line of further codes in the plan of the first item: "5a, II.3". */
  @Text(500, { optional: true }) itemCodes?: string | null;
  @Nested(() => EntryContent) content!: EntryContent;
}

export class NewEntryInput extends EntryFields {
  @Text(36) mechanismId!: string;
  /** For whom one speaks: `secretariat`, `state:KEN`, `partner:Name`. */
  @Text(130) as!: string;
}

export class EntryChange extends EntryFields {
  @Version() version!: number;
}

/** For which mechanism's secretariat, and which version was read; without them, where one waits. */
export class AnswerInput {
  @Text(36, { optional: true }) mechanismId?: string | null;
  @Whole(1, 1_000_000, { optional: true }) number?: number | null;
}

/** An acceptance; with `setStatus` the plan items take the status that the entry says. */
export class AcceptInput extends AnswerInput {
  @Flag() setStatus!: boolean;
}

export class EntryReturnInput extends AnswerInput {
  @LongText(5000) comment!: string;
}

export class EntryFilter {
  @Text(36, { optional: true }) mechanism?: string | null;
  @Uuid({ omittable: true }) item?: string;
  /** Items of this plan. */
  @Uuid({ optional: true, otherwise: null }) plan?: string | null;
  /** As a form names one: `secretariat`, `state:KEN`, `partner:Name`. */
  @Text(130, { optional: true }) reporter?: string | null;
  @Text(12, { optional: true }) state?: string | null;
  /** Came to the reader on this day (UTC) or later. */
  @Day({ optional: true, otherwise: null }) since?: string | null;
  @Text(80, { optional: true }) cursor?: string | null;
}

/** On the page of a mechanism; `tick`: `all` that wait are ticked. */
export class SectionFilter extends EntryFilter {
  @Text(4, { optional: true }) tick?: string | null;
}
