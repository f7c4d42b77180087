import { Code, DecimalText, Flag, Text, Version, Whole } from '../platform/http/fields.js';
import { ListOf, Nested } from '../platform/http/list-fields.js';
import { LocalizedText, LongLocalizedText } from '../platform/http/localized-field.js';
import { Rule } from '../platform/http/read-input.js';
import type { Decimal } from '../platform/i18n/decimal.js';
import type { Localized } from '../platform/i18n/localized.js';
import { FIRST_YEAR, LAST_YEAR } from './period.js';

const MOST_TARGETS = 60;

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isEmpty = (row: unknown) =>
  isRow(row) && Object.values(row).every((value) => typeof value === 'string' && value.trim() === '');

/** A form sends rows by their number, empty ones too: `{ 0: {...}, 1: {...} }`. Anything else is left as it is. */
export function rowsOf(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return [];
  const rows = isRow(value) && !Array.isArray(value) ? Object.values(value) : value;
  return Array.isArray(rows) ? rows.filter((row) => !isEmpty(row)) : rows;
}

@Rule<TargetInput>(({ value, text }, wrong) => {
  if (value === null && text === null) wrong('value', 'error.targetEmpty');
})
export class TargetInput {
  @Whole(FIRST_YEAR, LAST_YEAR) year!: number;
  @DecimalText({ optional: true }) value!: Decimal | null;
  @Text(300, { optional: true }) text!: string | null;
}

export class BaselineInput {
  @DecimalText({ optional: true }) value!: Decimal | null;
  @Whole(FIRST_YEAR, LAST_YEAR, { optional: true }) year!: number | null;
  @Text(300, { optional: true }) text!: string | null;
}

/** Everything but the title may be left out. */
export class IndicatorInput {
  @Code(40) code!: string;
  @LongLocalizedText(1000) title!: Localized;
  @LocalizedText(100, { optional: true }) unit!: Localized | null;
  @Nested(() => BaselineInput, { default: { value: null, year: null, text: null } }) baseline!: BaselineInput;
  @ListOf(Nested(() => TargetInput), { before: rowsOf, max: MOST_TARGETS, strict: true })
  targets!: TargetInput[];
  @LongLocalizedText(1000, { optional: true }) source!: Localized | null;
  @Text(100, { optional: true }) otherDimension!: string | null;
}

export class IndicatorChange extends IndicatorInput {
  @Version() version!: number;
}

export class IndicatorRemovalInput {
  @Flag() confirmed!: boolean;
}

/** How many readings come before the page that is asked for. */
export class ReadingsPlace {
  @Whole(0, 10_000_000, { ifMissing: 0 }) after!: number;
}
