import { regionalCommissions } from '../../mechanisms/registry/registry.data.js';
import { Day, Flag, LongText, OneOf, Text, Version } from '../../platform/http/fields.js';
import { LocalizedText } from '../../platform/http/localized-field.js';
import { InOrder, Rule } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { MILESTONE_CODES, type MilestoneCode, REVIEW_KINDS, type ReviewKind } from './review-cycles.data.js';

export const PERIOD_PRECISIONS = ['day', 'month', 'year'] as const;
export type PeriodPrecision = (typeof PERIOD_PRECISIONS)[number];
/** A milestone may have no day yet. */
export const MILESTONE_PRECISIONS = [...PERIOD_PRECISIONS, 'unknown'] as const;

const COMMISSIONS = regionalCommissions.map(({ code }) => code);
const NAME = 300;

/** How sure a day is, and where it says so. */
class SourcedInput {
  /** Whether a source shows it as held; else it is expected or announced. */
  @Flag() confirmed!: boolean;
  /** Where the days are published: the symbol of a document, or its address. */
  @Text(500) source!: string;
  /** What is not sure about it, one a line. */
  @LongText(2000, { optional: true }) doubts!: string | null;
}

/** When a cycle is: the first and the last day, at least as exactly as it is known. */
@InOrder('firstDay', 'lastDay')
class CycleDaysInput extends SourcedInput {
  @OneOf(PERIOD_PRECISIONS, { default: 'day' }) precision!: PeriodPrecision;
  /** Any day of the month or the year when only that is known. */
  @Day() firstDay!: string;
  /** Left out when it is the first. */
  @Day({ optional: true }) lastDay!: string | null;
}

export class CycleChange extends CycleDaysInput {
  /** Left out: the name of its kind. */
  @LocalizedText(NAME, { optional: true }) name!: Localized | null;
  @Version() version!: number;
}

@Rule<NewCycleInput>(({ kind, name }, wrong) => {
  if (kind === 'other' && !name) wrong('name', 'error.required');
})
export class NewCycleInput extends CycleDaysInput {
  @OneOf(REVIEW_KINDS) kind!: ReviewKind;
  @LocalizedText(NAME, { optional: true }) name!: Localized | null;
  /** The Forum that a regional round informs. */
  @Text(36, { optional: true }) feeds!: string | null;
}

@InOrder('firstDay', 'lastDay')
@Rule<MilestoneDaysInput>(({ precision, firstDay }, wrong) => {
  if (precision !== 'unknown' && !firstDay) wrong('firstDay', 'error.required');
})
class MilestoneDaysInput extends SourcedInput {
  @OneOf(MILESTONE_PRECISIONS, { default: 'day' }) precision!: (typeof MILESTONE_PRECISIONS)[number];
  @Day({ optional: true }) firstDay!: string | null;
  @Day({ optional: true }) lastDay!: string | null;
  @LocalizedText(NAME, { optional: true }) name!: Localized | null;
  @Text(300, { optional: true }) place!: string | null;
  /** Of the cycle. */
  @Version() version!: number;
}

export class MilestoneChange extends MilestoneDaysInput {}

@Rule<NewMilestoneInput>(({ code, name }, wrong) => {
  if (code === 'other' && !name) wrong('name', 'error.required');
})
export class NewMilestoneInput extends MilestoneDaysInput {
  @OneOf(MILESTONE_CODES) code!: MilestoneCode;
  /** Whose region it is of. */
  @OneOf(COMMISSIONS, { optional: true }) commission!: (typeof COMMISSIONS)[number] | null;
}
