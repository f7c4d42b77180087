import { Day, Flag, OneOf, Text, Uuid, Version, Whole } from '../../platform/http/fields.js';
import { ListOf, Nested } from '../../platform/http/list-fields.js';
import { LocalizedText, LongLocalizedText } from '../../platform/http/localized-field.js';
import { InOrder } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { splitLines } from '../../platform/i18n/split-lines.js';
import { PLAN_KINDS, type PlanKind } from './vocabulary.js';

/** What a form shows as one line stays one: a break in it would make it two when the form is saved. */
const oneLine = (value: string) => !value.includes('\n');

export class StatedTotalInput {
  /** Without brackets, which are for the source in a form's line. */
  @Text(100, { check: [(value) => !/[()\n]/.test(value), 'error.statedTotal'] }) level!: string;
  @Whole(0, 1_000_000) count!: number;
  @Text(300, { optional: true, check: [oneLine, 'error.oneLine'] }) source!: string | null;
}

/** "125 actions (the plan, p. 4)" in its parts; a line that is not of this form is left as it is, and refused. */
function statedTotalOf(line: string): unknown {
  const [, count, level, source] = /^(\d+)\s+([^()]+?)\s*(?:\((.+)\))?$/s.exec(line) ?? [];
  return level ? { level, count, source } : line;
}

/** The other direction, for filling the form. */
export const statedTotalText = ({ level, count, source }: StatedTotalInput) =>
  `${count} ${level}${source ? ` (${source})` : ''}`;

@InOrder('periodStart', 'periodEnd')
export class PlanInput {
  @LocalizedText(300) title!: Localized;
  @OneOf(PLAN_KINDS) kind!: PlanKind;
  @Day({ optional: true }) periodStart!: string | null;
  @Day({ optional: true }) periodEnd!: string | null;
  /** From the top, one a line in a form. */
  @ListOf(Text(100, { check: [oneLine, 'error.oneLine'] }), {
    before: (raw) => (typeof raw === 'string' ? splitLines(raw) : raw),
    max: 12,
    strict: true,
  })
  levelNames!: string[];
  /** A form's lines: "125 actions (the plan, p. 4)". */
  @ListOf(Nested(() => StatedTotalInput), {
    before: (raw) => (typeof raw === 'string' ? splitLines(raw).map(statedTotalOf) : raw),
    max: 50,
    strict: true,
  })
  statedTotals!: StatedTotalInput[];
  @Uuid({ optional: true }) parentPlanId!: string | null;
  @Uuid({ optional: true }) formerPlanId!: string | null;
  @LongLocalizedText(1000, { optional: true }) source!: Localized | null;
  @LongLocalizedText(5000, { optional: true }) note!: Localized | null;
  @Flag() isPublic!: boolean;
}
export class PlanChange extends PlanInput {
  @Version() version!: number;
}

export class AdoptionInput {
  @Text(300) by!: string;
  @Day() on!: string;
  /** Whether it takes the place of the plan it follows, which is then superseded. */
  @Flag() supersedes?: boolean;
}

/** `all`: the list, also where one plan is in force. */
export class PlansQuery {
  @Flag() all!: boolean;
}
