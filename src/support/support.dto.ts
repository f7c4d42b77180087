import { Day, Flag, LongText, OneOf, Text, Uuid, Version } from '../platform/http/fields.js';
import { ListOf } from '../platform/http/list-fields.js';
import { InOrder } from '../platform/http/read-input.js';
import { FilterNumber, ObjectiveNumber, WrittenLanguage } from '../practices/practice-fields.js';
import { type SupportKind, supportKinds } from '../progress/entries/vocabulary.data.js';
import { SUPPORT_STATES, type SupportState } from './vocabulary.js';

@InOrder('periodStart', 'periodEnd')
class SupportFields {
  @OneOf(supportKinds) kind!: SupportKind;
  @Text(200) title!: string;
  @WrittenLanguage() language!: string;
  @LongText(10_000, { optional: true }) text!: string | null;
  @ListOf(ObjectiveNumber()) objectives!: number[];
  @Day({ optional: true }) periodStart!: string | null;
  @Day({ optional: true }) periodEnd!: string | null;
  @Text(500, { optional: true }) contact!: string | null;
}

export class SupportInput extends SupportFields {
  /** Code of the State one asks for. */
  @Text(3) requester!: string;
  /** The entry it is made from, one's own. */
  @Uuid({ optional: true }) entryId!: string | null;
}
export class SupportChange extends SupportFields {
  @Version() version!: number;
}

export class SupportReleaseInput {
  @Flag() toSecretariat!: boolean;
  @Flag() toPartners!: boolean;
  @Flag() toMembers!: boolean;
  @Flag() offersToSecretariat!: boolean;
}

export class SupportMoveInput {
  @OneOf(SUPPORT_STATES) state!: SupportState;
}

export class SupportOfferInput {
  /** Name of the partner one answers for; without it, the one the actor has in the mechanism. */
  @Text(120, { optional: true }) partner?: string | null;
  @LongText(10_000) text!: string;
  @Text(500, { optional: true }) contact!: string | null;
}

export class SupportFilter {
  @OneOf(supportKinds, { optional: true }) kind!: SupportKind | null;
  @FilterNumber() objective?: number;
  @Text(36, { optional: true }) cursor!: string | null;
}
