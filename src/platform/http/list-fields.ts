import type { ApiPropertyOptions } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import {
  field,
  type Field,
  type FieldOptions,
  gather,
  isNone,
  isRecord,
  notThat,
  Problem,
  refused,
  wrong,
} from './field.js';
import { readFields } from './read-input.js';

interface ListOptions {
  min?: number;
  max?: number;
  /** A single value is refused; else it counts as a list of one, since a form sends a single ticked box like that. */
  strict?: true;
}

/** A list of what `item` reads: `@ListOf(Uuid())`. Absent is the empty list. Problems are under the item's number. */
export function ListOf<T, const O extends FieldOptions<T[]> & ListOptions>(item: Field<T>, options?: O) {
  const { min = 0, max = 1000, strict } = options ?? {};
  const read = (raw: unknown): T[] | Problem => {
    const isEmpty = isNone(raw) || raw === '';
    if (strict && !isEmpty && !Array.isArray(raw)) return wrong('error.wrongType');
    const list = isEmpty ? [] : Array.isArray(raw) ? raw : [raw];
    const values = list.map((one) => item.reader.read(one));
    const problem = gather({ ...values });
    if (problem && problem.value === undefined) return problem;
    const whole = values.map((one) => (one instanceof Problem ? (one.value as T) : one));
    const size =
      values.length > max
        ? refused(whole, 'error.tooBig', { maximum: max })
        : values.length < min
          ? refused(whole, 'error.tooSmall', { minimum: min })
          : null;
    return problem || size ? new Problem({ ...problem?.errors, ...size?.errors }, whole) : whole;
  };
  return field<T[], O>({ read, isMissing: () => false, describe: described(item.reader.describe) }, options);
}

function described(item: ApiPropertyOptions): ApiPropertyOptions {
  const { type } = item as { type?: unknown };
  // A class is named by a function; OpenAPI then refers to it.
  return typeof type === 'function'
    ? { type, isArray: true }
    : ({ type: 'array', items: item } as ApiPropertyOptions);
}

/** An input within an input. `type` is a function, since a class below is not there yet. */
export function Nested<T extends object, const O extends FieldOptions<T>>(type: () => Type<T>, options?: O) {
  return field<T, O>(
    { read: (raw) => readFields(type(), raw), isMissing: isNone, describe: { type } },
    options,
  );
}

/** Values by a name that is sent: `{"en": "..."}`. Absent is an empty one, with `default: {}`. */
export function RecordOf<T, const O extends FieldOptions<Record<string, T>>>(
  item: Field<T>,
  isName: (name: string) => boolean,
  options?: O,
) {
  const read = (raw: unknown): Record<string, T> | Problem => {
    if (!isRecord(raw)) return notThat(raw);
    const values = Object.fromEntries(
      Object.entries(raw).map(([name, one]) => [
        name,
        isName(name) ? item.reader.read(one) : wrong('error.wrongType'),
      ]),
    );
    return gather(values) ?? (values as Record<string, T>);
  };
  const describe = { type: 'object', additionalProperties: item.reader.describe } as ApiPropertyOptions;
  return field<Record<string, T>, O>({ read, isMissing: isNone, describe }, options);
}

/** Any other value: `read` makes something of what was sent, or answers `wrong(key)`. */
export const Parsed = <T>(read: (raw: unknown) => T | Problem, describe: ApiPropertyOptions) =>
  field<Exclude<T, Problem>, object>({
    read: read as (raw: unknown) => Exclude<T, Problem> | Problem,
    isMissing: () => false,
    describe,
  });
