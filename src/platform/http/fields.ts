import { isIn, isISO8601, isUUID, matches } from 'class-validator';
import type { Day as CalendarDay } from '../i18n/day.js';
import { type Decimal, readDecimal } from '../i18n/decimal.js';
import { codeText } from '../i18n/code-text.js';
import { isPlain, oneLine } from '../i18n/one-line.js';
import {
  field,
  type Field,
  type FieldOptions,
  type Held,
  notThat,
  type Problem,
  refused,
  wrong,
} from './field.js';

/*
 * Fields of an input: each decorator tidies, checks and describes in one line, for the JSON API and the HTML form alike.
 * A form sends text only: nothing typed is '', a single ticked box is a string and not a list.
 */
const isBlank = (raw: unknown) => typeof raw === 'string' && raw.trim() === '';
/** Absent, or nothing typed. */
export const isMissing = (raw: unknown) => raw === undefined || raw === null || isBlank(raw);
/** For `before`: an empty choice of a form is none. */
export const absentIfEmpty = (raw: unknown) => raw || undefined;

// A NUL is refused by PostgreSQL and cannot stand in XML; lone surrogates cannot be encoded.
const tidied = (text: string) => text.replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n').trim();
export const atMost = <T extends string>(text: T, max: number): T | Problem =>
  text.length <= max ? text : refused(text, 'error.tooLong', { maximum: max });

/** Text on one line, such as a name: line ends become blanks, and what nobody sees is refused. */
export const Text = <const O extends FieldOptions<string>>(max: number, options?: O) =>
  textField(max, options, (text) => {
    const line = oneLine(text);
    return isPlain(line) ? line : refused(line, 'error.unseen');
  });

/** Text of one or more lines, trimmed. */
export const LongText = <const O extends FieldOptions<string>>(max: number, options?: O) =>
  textField(max, options, (text) => text);

function textField<const O extends FieldOptions<string>>(
  max: number,
  options: O | undefined,
  accept: (text: string) => string | Problem,
) {
  const isRequired = !options?.optional && options?.ifMissing === undefined;
  const read = (raw: unknown) => {
    if (isMissing(raw)) return wrong('error.required');
    if (typeof raw !== 'string') return wrong('error.wrongType');
    const text = accept(tidied(raw));
    if (typeof text !== 'string') return text;
    return text === '' && isRequired ? refused(text, 'error.required') : atMost(text, max);
  };
  const describe = {
    type: 'string',
    maxLength: max,
    ...(isRequired && { minLength: 1 }),
  } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}

/** One of a list of words. */
export function OneOf<const T extends string, const O extends FieldOptions<T>>(
  values: readonly T[],
  options?: O,
) {
  const read = (raw: unknown) => {
    if (isMissing(raw)) return wrong('error.required');
    return isIn(raw, values) ? (raw as T) : wrong('error.choice');
  };
  return field<T, O>({ read, isMissing, describe: { type: 'string', enum: [...values] } }, options);
}

/** A box that is ticked or not; absent is not. */
export function Flag<const O extends FieldOptions<boolean>>(options?: O) {
  const read = (raw: unknown) => raw === true || raw === 'on' || raw === 'true' || raw === '1';
  return field<boolean, O>({ read, isMissing: (raw) => raw === '', describe: { type: 'boolean' } }, options);
}

const DAY = /^\d{4}-\d\d-\d\d$/;
/** A day of the calendar, `YYYY-MM-DD`. */
export function Day<const O extends FieldOptions<CalendarDay>>(options?: O) {
  const read = (raw: unknown) => {
    if (isMissing(raw)) return wrong('error.required');
    if (typeof raw !== 'string') return wrong('error.wrongType');
    return matches(raw, DAY) && isISO8601(raw, { strict: true }) ? raw : refused(raw, 'error.date');
  };
  return field<CalendarDay, O>({ read, isMissing, describe: { type: 'string', format: 'date' } }, options);
}

/** A whole number, as a number or as text. */
export function Whole<const O extends FieldOptions<number>>(min: number, max: number, options?: O) {
  const read = (raw: unknown) => {
    const number = isBlank(raw) ? NaN : toNumber(raw);
    if (!Number.isInteger(number)) return wrong('error.wrongType');
    if (number < min) return refused(number, 'error.tooSmall', { minimum: min });
    return number > max ? refused(number, 'error.tooBig', { maximum: max }) : number;
  };
  return field<number, O>(
    { read, isMissing, describe: { type: 'integer', minimum: min, maximum: max } },
    options,
  );
}
function toNumber(raw: unknown): number {
  try {
    return Number(raw);
  } catch {
    // An object whose `valueOf` is no function.
    return NaN;
  }
}

/** The version of the row the person was looking at. */
export const Version = () => Whole(1, 1_000_000_000);

/** An id. */
export function Uuid<const O extends FieldOptions<string>>(options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    return isUUID(raw, 'all') ? raw : refused(raw, 'error.format');
  };
  const isNone = (raw: unknown) => !raw;
  return field<string, O>({ read, isMissing: isNone, describe: { type: 'string', format: 'uuid' } }, options);
}

/** A figure as decimal text, kept digit for digit; a number would be rounded on its way here, and is refused. */
export function DecimalText<const O extends FieldOptions<string>>(options?: O) {
  const parse = (typed: string): Decimal | Problem => {
    const result = readDecimal(typed);
    return 'value' in result ? result.value : wrong(result.problem);
  };
  return Text(60, { ...options, parse } as O & { parse: typeof parse }) as Field<Held<Decimal, O>>;
}

type Primitive = string | number | boolean | null | undefined;
/**
 * A number or code as people write them, `1.2` or `II(a)`; a number counts as text, absent is ''. Marks that nobody sees
 * do not stay in it.
 */
export function Code(max: number) {
  const read = (raw: unknown) => {
    if (typeof raw === 'object' && raw !== null) return wrong('error.wrongType');
    const code = codeText(String((raw as Primitive) ?? ''));
    return isPlain(code) ? atMost(code, max) : refused(code, 'error.unseen');
  };
  return field<string, object>({
    read,
    isMissing: () => false,
    describe: { type: 'string', maxLength: max },
  });
}
