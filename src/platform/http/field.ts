import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { FieldErrors, FieldMessage } from '../errors.js';

/**
 * What is wrong with a value, by the path within it (`''` is the value itself). `value` is there when it could be read
 * all the same (a text that is too long); rules across fields then still run.
 */
export class Problem {
  constructor(
    readonly errors: FieldErrors,
    readonly value?: unknown,
  ) {}
}

/** A value that cannot be read: what the `parse` of a field answers with. */
export const wrong = (key: string, values?: FieldMessage['values']) =>
  new Problem({ '': values ? { key, values } : { key } });
/** A value that can be read but not accepted. */
export const refused = (value: unknown, key: string, values?: FieldMessage['values']) =>
  new Problem({ '': values ? { key, values } : { key } }, value);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isNone = (raw: unknown) => raw === undefined || raw === null;
/** Not what it should be: absent, or something else. */
export const notThat = (raw: unknown) => wrong(isNone(raw) ? 'error.required' : 'error.wrongType');

/** The problems of several values as one, each under its name; null when there is none. */
export function gather(values: Record<string, unknown>): Problem | null {
  // Names are sent by anybody: `toString` is none of an object without a prototype.
  const errors = Object.create(null) as FieldErrors;
  for (const [name, value] of Object.entries(values)) {
    if (!(value instanceof Problem)) continue;
    for (const [path, message] of Object.entries(value.errors)) errors[join(name, path)] ??= message;
  }
  if (Object.keys(errors).length === 0) return null;
  return new Problem(errors, isReadable(values) ? readable(values) : undefined);
}

/** `''` is the thing itself: `title` and `''` make `title`. */
export const join = (...path: string[]) => path.filter((part) => part !== '').join('.');
export const isReadable = (values: object) =>
  Object.values(values).every((value) => !(value instanceof Problem) || value.value !== undefined);
/** The values with what could be read of the problems among them. */
export const readable = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Problem ? value.value : value]),
  );

/** Reads one value of an input, and describes it to OpenAPI. */
export interface Reader<T> {
  read: (raw: unknown) => T | Problem;
  describe: ApiPropertyOptions;
}

export interface FieldOptions<T> {
  /** Absent and empty become null. */
  optional?: true;
  /** Absent and null become undefined, so that what is left out can stay as it is. */
  omittable?: true;
  /** What absent and empty become. */
  ifMissing?: T;
  /** For what is absent, but not for what is empty. */
  default?: T | null;
  /** In place of what cannot be accepted, as in an address that somebody typed. */
  otherwise?: T | null;
  /** Gets what was sent before anything else does. */
  before?: (raw: unknown) => unknown;
  /** A further condition and the key of its message. */
  check?: readonly [test: (value: T) => boolean, key: string];
  /** Makes something else of the value, or answers `wrong(key)`. Not asked for null. */
  parse?: (value: T) => unknown;
}

/** What a field holds in the end, by its options. */
export type Held<T, O> =
  | (O extends { parse: (value: never) => infer P } ? Exclude<P, Problem> : T)
  | (O extends { optional: true } | { default: null } | { otherwise: null } ? null : never)
  | (O extends { omittable: true } ? undefined : never);

/** A decorator of a property that may hold a T. As an item of `ListOf` it lends its reader. */
export interface Field<T> {
  <C, K extends keyof C>(target: C, key: K & ([T] extends [C[K]] ? unknown : never)): void;
  reader: Reader<T>;
}

/** Where `readFields` puts what was sent: class-transformer would walk into hostile values (`{"constructor": 1}`). */
export const SENT = Symbol('sent');

/**
 * A field from its reader: class-transformer has it read, class-validator refuses what could not be read, swagger
 * describes it. Further decorators of class-validator may stand beside it: their `message` is a key of the catalogue,
 * their `context` its values.
 */
export function field<T, const O extends FieldOptions<T>>(
  basic: Reader<T> & { isMissing: (raw: unknown) => boolean },
  options: O = {} as O,
): Field<Held<T, O>> {
  const read = readerWith(basic, options);
  const describe = {
    ...basic.describe,
    ...(options.optional && { nullable: true }),
    ...('default' in options && { default: options.default }),
  };
  const isRequired = read(undefined) instanceof Problem;
  const decorate = (target: object, key: string) =>
    applyDecorators(
      Expose(),
      Transform(({ obj, key: name }) => {
        const sent = (obj[SENT] ?? obj) as Record<string, unknown>;
        return read(Object.hasOwn(sent, name) ? sent[name] : undefined);
      }),
      ValidateBy({ name: 'field', validator: { validate: (value) => !(value instanceof Problem) } }),
      // An object that is described in place has a `required` of its own, the list of its fields.
      ApiProperty({
        ...describe,
        [Array.isArray(describe.required) ? 'selfRequired' : 'required']: isRequired,
      }),
    )(target, key);
  return Object.assign(decorate, { reader: { read, describe } }) as unknown as Field<Held<T, O>>;
}

function readerWith<T>(
  { read, isMissing }: Reader<T> & { isMissing: (raw: unknown) => boolean },
  { before, optional, omittable, check, parse, ...options }: FieldOptions<T>,
): (raw: unknown) => unknown {
  const accept = (given: unknown): unknown => {
    if ('default' in options && given === undefined) return options.default;
    if (omittable && (isNone(given) || isMissing(given))) return undefined;
    if (optional && isMissing(given)) return null;
    if ('ifMissing' in options && isMissing(given)) return options.ifMissing;
    const value = read(given);
    if (value instanceof Problem) return parse ? new Problem(value.errors) : value;
    if (check && !check[0](value)) return refused(value, check[1]);
    return parse ? parse(value) : value;
  };
  return (raw) => {
    const value = accept(before ? before(raw) : raw);
    return value instanceof Problem && 'otherwise' in options ? options.otherwise : value;
  };
}
