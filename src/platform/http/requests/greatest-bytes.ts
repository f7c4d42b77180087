import type { Type } from '@nestjs/common';

/** A character of any script in a form: three bytes, each written as `%E2`. */
const CHARACTER = 9;
/** Languages that one text is written in at most. */
const LANGUAGES = 8;
/** Names, separators, the token of the form, and what a page sends along. */
const AROUND = 8_000;
/** An id, a number, a day, a word of a list. */
const WORD = 60;
/** Inputs within inputs; one that holds itself has no end. */
const DEPTH = 8;

interface Schema {
  type?: unknown;
  maxLength?: number;
  maxItems?: number;
  isArray?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
}

/**
 * How many bytes an input has at most when everything in it is as long as it may be, sent as a form in the script that
 * takes most. Infinite when something in it has no end.
 */
export const greatestBytes = (input: Type<object>): number => AROUND + ofClass(input, DEPTH);

function ofClass({ prototype }: Type<object>, depth: number): number {
  if (depth === 0) return Infinity;
  // Where swagger keeps what the fields say of themselves.
  const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) ?? []) as string[];
  const sizes = names.map((name) => {
    const key = name.slice(1);
    return (
      key.length + 2 + ofSchema(Reflect.getMetadata('swagger/apiModelProperties', prototype, key), depth)
    );
  });
  return sum(sizes);
}

function ofSchema(schema: Schema, depth: number): number {
  const { type, maxLength, maxItems = Infinity, isArray, items, properties, additionalProperties } = schema;
  if (isArray) return maxItems * (WORD + ofSchema({ ...schema, isArray: false }, depth));
  if (items) return maxItems * (WORD + ofSchema(items, depth));
  if (properties) return sum(Object.values(properties).map((one) => WORD + ofText(one, depth)));
  if (additionalProperties) return Infinity;
  // Swagger takes `() => Type` for a type, and knows it by its name (see `Nested`).
  if (typeof type === 'function' && type.name === 'type') return ofClass((type as () => Type)(), depth - 1);
  return maxLength === undefined ? WORD : maxLength * CHARACTER;
}

/** A text by its languages, or one. */
const ofText = (schema: Schema, depth: number) =>
  schema.additionalProperties
    ? LANGUAGES * (WORD + ofSchema(schema.additionalProperties, depth))
    : ofSchema(schema, depth);

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
