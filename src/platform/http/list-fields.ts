import { type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
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
    // A list that is too long is not read at all.
    if (list.length > max) return wrong('error.tooBig', { maximum: max });
    const values = list.map((one) => item.reader.read(one));
    const problem = gather({ ...values });
    if (problem) return new Problem(problem.errors, problem.value && Object.values(problem.value));
    return list.length < min ? refused(values, 'error.tooSmall', { minimum: min }) : (values as T[]);
  };
  const limits = { ...(Number.isFinite(max) && { maxItems: max }), ...(min > 0 && { minItems: min }) };
  const describe = (
    classOf(item.reader.describe)
      ? { ...item.reader.describe, nullable: undefined, isArray: true, ...limits }
      : { type: 'array', items: item.reader.describe, ...limits }
  ) as ApiPropertyOptions;
  return field<T[], O>({ read, isMissing: () => false, describe }, options);
}

/** The class of a nested input, which OpenAPI refers to. */
const classOf = ({ type }: { type?: unknown }) =>
  typeof type === 'function' ? (type as () => Type<object>) : null;

/** An input within an input. `type` is a function, since a class below is not there yet. */
export function Nested<T extends object, const O extends FieldOptions<T>>(type: () => Type<T>, options?: O) {
  return field<T, O>(
    // Swagger knows that a function gives a class, and is none, by its name: `type`.
    { read: (raw) => readFields(type(), raw), isMissing: isNone, describe: { type: () => type() } },
    options,
  );
}

/**
 * Values by a name that is sent: `{"en": "..."}`. Absent is an empty one, with `default: {}`. Of nested inputs: their
 * class stands above, and in `@ApiExtraModels` of the controller.
 */
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
  const type = classOf(item.reader.describe);
  const additionalProperties = type ? { $ref: getSchemaPath(type()) } : item.reader.describe;
  const describe = { type: 'object', additionalProperties } as ApiPropertyOptions;
  return field<Record<string, T>, O>({ read, isMissing: isNone, describe }, options);
}

/** For `before` of a record: what a form sends for a field that nobody filled is left out. */
export const withoutEmpty = (raw: unknown): unknown =>
  isRecord(raw)
    ? Object.fromEntries(Object.entries(raw).filter(([, one]) => one !== '' && one !== null))
    : raw;

/** Any other value: `read` makes something of what was sent, or answers `wrong(key)`. */
export const Parsed = <T>(read: (raw: unknown) => T | Problem, describe: ApiPropertyOptions) =>
  field<Exclude<T, Problem>, object>({
    read: read as (raw: unknown) => Exclude<T, Problem> | Problem,
    isMissing: () => false,
    describe,
  });
