import { type ZodType, z } from 'zod';
import { type FieldErrors, type FieldMessage, InvalidError } from '../errors.js';

/*
 * One schema per input serves the JSON API and the HTML form. A form sends text only: nothing typed is '',
 * a single ticked box is a string and not a list, and a nested field is `name.part`.
 */

const emptyToUndefined = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const toList = (value: unknown) =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value];
const trimmed = (max: number) =>
  z
    .string()
    // A NUL is refused by PostgreSQL and cannot stand in XML; lone surrogates cannot be encoded.
    .transform((value) => value.replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max));

/** Text that must be given. */
export const text = (max: number) => z.preprocess(emptyToUndefined, trimmed(max).pipe(z.string().min(1)));
/** Text that may be left out; absent and empty both become null. */
export const optionalText = (max: number) =>
  z.preprocess((value) => emptyToUndefined(value) ?? null, trimmed(max).nullable());
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(emptyToUndefined, z.enum(values));
export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => emptyToUndefined(value) ?? null, z.enum(values).nullable());
export const listOf = <T extends ZodType>(item: T) => z.preprocess(toList, z.array(item).max(1000));
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(emptyToUndefined, z.coerce.number().int().min(min).max(max));
export const optionalWholeNumber = (min: number, max: number) =>
  z.preprocess(
    (value) => emptyToUndefined(value) ?? null,
    z.coerce.number().int().min(min).max(max).nullable(),
  );
export const flag = () =>
  z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean());
const dayText = z.iso.date();
export const day = () => z.preprocess(emptyToUndefined, dayText);
export const optionalDay = () => z.preprocess((value) => emptyToUndefined(value) ?? null, dayText.nullable());
export const email = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.email().max(254),
  );
/** An address of the web, whole. A NUL in its path is an address to some, and no text to PostgreSQL. */
export const webAddress = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : value),
    z.url({ protocol: /^https?$/ }).max(2000),
  );
/** The version of the row the person was looking at. */
export const version = () => wholeNumber(1, 1_000_000_000);

/**
 * Turns the dotted names of a form into nested values: `{'a.b': 1}` becomes `{a: {b: 1}}`. A part that every object
 * has (`toString`, `__proto__`) is left out: what it makes could not be written down again. Into a list, which a field
 * sent twice is, nothing is nested: `a.length` would make it four thousand million long.
 */
export function unflatten(body: unknown): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  fields: for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const path = name.split('.');
    if (path.some((part) => part in Object.prototype || part === 'prototype')) continue;
    let place = nested;
    for (const part of path.slice(0, -1)) {
      const inner = place[part] ?? (place[part] = {});
      if (typeof inner !== 'object' || Array.isArray(inner)) continue fields;
      place = inner as Record<string, unknown>;
    }
    place[path.at(-1)!] = value;
  }
  return nested;
}

/** Parses input by its schema; throws InvalidError with a message per field. */
export function parse<T extends ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidError(fieldErrors(result.error.issues));
}

interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  code?: string;
  message: string;
  input?: unknown;
  maximum?: unknown;
  minimum?: unknown;
  origin?: string;
  format?: string;
}

/** Catalogue messages by dotted field name, the first of each field. */
export function fieldErrors(issues: readonly Issue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) {
    const name = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.');
    errors[name] ??= messageOf(issue);
  }
  return errors;
}

function messageOf(issue: Issue): FieldMessage {
  switch (issue.code) {
    case 'invalid_type':
      return { key: missing(issue) ? 'error.required' : 'error.wrongType' };
    case 'invalid_value':
      return { key: missing(issue) ? 'error.required' : 'error.choice' };
    case 'too_small':
      return issue.origin === 'string'
        ? { key: 'error.required' }
        : { key: 'error.tooSmall', values: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'error.tooLong', values: { maximum: Number(issue.maximum) } }
        : { key: 'error.tooBig', values: { maximum: Number(issue.maximum) } };
    case 'invalid_format':
      return {
        key:
          issue.format === 'email' ? 'error.email' : issue.format === 'date' ? 'error.date' : 'error.format',
      };
    case 'custom':
      return { key: issue.message };
    default:
      return { key: 'error.wrongType' };
  }
}

const missing = (issue: Issue) => issue.input === undefined || issue.input === null;
