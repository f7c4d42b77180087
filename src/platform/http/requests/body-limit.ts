import { SetMetadata, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { greatestBytes } from './greatest-bytes.js';

/** What a route takes that says nothing else. */
export const USUAL_BYTES = 64_000;
/** For an input that has no end of its own, such as the cells of a table. */
const ENDLESS_BYTES = 2_000_000;

/** How much a route takes, in bytes. */
export interface BodyLimits {
  /** Of a form or JSON, which is read at once. */
  body: number;
  /** Of a multipart form with a file, which is read as it comes; 0 takes none. */
  upload: number;
}

const FORMS = 'waymark:forms';
const BYTES = 'waymark:bytes';
const UPLOAD = 'waymark:upload';

/**
 * Beside `@Access`, for a page: the inputs its form is read by. It then takes as much as they hold at most. An API says it
 * by the class of its `@Body`. Without either a route takes 64 KB.
 */
export const Takes = (...inputs: Type<object>[]) => SetMetadata(FORMS, inputs);
/** Beside `@Access`: takes so many bytes, for what no class of an input describes. */
export const BodyLimit = (bytes: number) => SetMetadata(BYTES, bytes);
/** Beside `@Access`: takes a file of so many bytes, in a multipart form. */
export const UploadLimit = (bytes: number) => SetMetadata(UPLOAD, bytes);

/** What a method of a controller takes. */
export function bodyLimitsOf(prototype: object, method: string): BodyLimits {
  const handler = (prototype as Record<string, object>)[method]!;
  const said = Reflect.getMetadata(BYTES, handler) as number | undefined;
  const upload = Reflect.getMetadata(UPLOAD, handler) as number | undefined;
  return {
    body: said ?? Math.max(USUAL_BYTES, ...inputsOf(prototype, method).map(bytesOf)),
    // A form says itself that a file is too large, as long as it is not far too large.
    upload: upload === undefined ? 0 : 2 * upload + USUAL_BYTES,
  };
}

function bytesOf(input: Type<object>): number {
  const bytes = greatestBytes(input);
  return Number.isFinite(bytes) ? bytes : ENDLESS_BYTES;
}

/** The classes that the body is read by, as far as they are said. */
function inputsOf(prototype: object, method: string): Type<object>[] {
  const handler = (prototype as Record<string, object>)[method]!;
  const forms = (Reflect.getMetadata(FORMS, handler) ?? []) as Type<object>[];
  type Parameters = Record<string, { index: number; data?: string }>;
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, method) ??
    {}) as Parameters;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as Type<object>[];
  const [body] = Object.entries(parameters).filter(([key, { data }]) => key.startsWith(BODY) && !data);
  const type = body && types[body[1].index];
  return type && !PLAIN.has(type) ? [...forms, type] : forms;
}

/** As Nest numbers the kinds of a handler's parameters. */
const BODY = '3:';
const PLAIN = new Set<unknown>([Object, Array, String, Number, Boolean]);
