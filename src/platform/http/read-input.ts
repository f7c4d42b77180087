import 'reflect-metadata';
import { Transform, plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { type FieldErrors, type FieldMessage, InvalidError } from '../errors.js';
import { isReadable, isRecord, join, notThat, Problem, readable, SENT } from './field.js';

const RULES = Symbol('rules');
const SETTLE = Symbol('settle');

type Wrong = (path: string, key: string, values?: FieldMessage['values']) => void;
type RuleOf<T> = (input: T, wrong: Wrong) => void;

/**
 * A check across fields: calls `wrong(path, key)` for each mistake. It runs once every field could be read, and holds
 * for classes that extend this one; `PickType` and its like leave it behind.
 */
export const Rule =
  <T extends object>(rule: RuleOf<T>) =>
  (type: Type<T>): void => {
    Reflect.defineMetadata(RULES, [...rulesOf(type), rule], type);
  };
const rulesOf = (type: Type): RuleOf<object>[] => Reflect.getMetadata(RULES, type) ?? [];

/** The one day is not before the other, where both are given. */
export const InOrder = <const F extends string, const U extends string>(from: F, until: U) =>
  Rule<{ [K in F | U]: string | null }>((input, wrong) => {
    if (input[from] && input[until] && input[until] < input[from]) wrong(until, 'error.endsBeforeStart');
  });

/**
 * What is made of an input that is right as a whole: a pure function from its class to its class, which leaves out what
 * only a form has. Declare those fields optional (`?:`), and services may count on what is left.
 */
export const Settled =
  <T extends object>(settle: (input: T) => T) =>
  (type: Type<T>): void =>
    Reflect.defineMetadata(SETTLE, settle, type);

/** A class with the same fields, all of which may be left out and then stay out. */
export function Patch<T extends object>(base: Type<T>): Type<Partial<T>> {
  class PatchOf extends PartialType(base as Type<object>, { skipNullProperties: false }) {}
  for (const { propertyName } of getMetadataStorage().getTargetValidationMetadatas(base, '', false, false)) {
    const keep = Transform(({ obj, value }) => (obj[SENT]?.[propertyName] === undefined ? undefined : value));
    keep(PatchOf.prototype, propertyName);
  }
  return PatchOf;
}

/**
 * Reads an input by its class: fields tidied and checked, unknown ones dropped. Gives plain data, so that it is equal
 * to the same data from elsewhere. Throws InvalidError with the first message of each field, and nothing else.
 */
export function readInput<T extends object>(type: Type<T>, sent: unknown): T {
  const input = readFields(type, sent);
  if (input instanceof Problem) throw new InvalidError(input.errors);
  return input;
}

/** The same, for a part of an input. */
export function readFields<T extends object>(type: Type<T>, sent: unknown): T | Problem {
  if (!isRecord(sent)) return notThat(sent);
  const fields = plainToInstance(
    type,
    { [SENT]: sent },
    { excludeExtraneousValues: true, exposeUnsetFields: false },
  );
  const errors: FieldErrors = {};
  const found = validateSync(fields, { stopAtFirstError: true, forbidUnknownValues: false });
  // In the order of the fields, a parent's first: class-validator begins with the class's own.
  const order = Object.keys(fields);
  found.sort((one, other) => order.indexOf(one.property) - order.indexOf(other.property));
  for (const error of found) Object.assign(errors, errorsOf(error));
  const input = readable(fields) as T;
  if (isReadable(fields)) {
    for (const rule of rulesOf(type)) {
      rule(input, (path, key, values) => (errors[path] ??= values ? { key, values } : { key }));
    }
    const settle = Reflect.getMetadata(SETTLE, type) as ((input: T) => T) | undefined;
    if (Object.keys(errors).length === 0) return settle ? settle(input) : input;
    return new Problem(errors, input);
  }
  return new Problem(errors);
}

function errorsOf({ property, value, constraints = {}, contexts = {} }: ValidationError): FieldErrors {
  if (value instanceof Problem) {
    return Object.fromEntries(
      Object.entries(value.errors).map(([path, message]) => [join(property, path), message]),
    );
  }
  const [name, key] = Object.entries(constraints)[0] ?? ['', 'error.wrongType'];
  return { [property]: contexts[name] ? { key, values: contexts[name] } : { key } };
}
