import { parse as parseForm } from 'node:querystring';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { USUAL_BYTES } from './body-limit.js';
import { RefusedRequestError } from './refused-request.js';

/** More than the fields of the largest table that is typed on one page. */
const FIELDS = 10_000;
const DEPTH = 40;

/** How forms and JSON are read: flat, and of so many fields. How long they may be is said by each route. */
export function parseBodies(app: NestFastifyApplication): void {
  const options = { bodyLimit: USUAL_BYTES };
  const parseJson = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>('application/json', options, (request, body, done) => {
    // JSON with nothing in it is no input: many programs name the type of a body whether they send one or not.
    if (body.length === 0) return done(null, undefined);
    if (isDeep(body)) return done(new RefusedRequestError(400, 'error.deep'));
    void parseJson(request, body.toString(), done);
  });
  app.useBodyParser<RawServerDefault>(
    'application/x-www-form-urlencoded',
    options,
    (_request, body, done) => {
      if (count(body, AMPERSAND) >= FIELDS)
        return done(new RefusedRequestError(413, 'error.manyFields', { maximum: FIELDS }));
      done(null, parseForm(body.toString(), '&', '=', { maxKeys: 0 }));
    },
  );
}

const [AMPERSAND, QUOTE, BACKSLASH] = ['&', '"', '\\'].map((one) => one.charCodeAt(0)) as [
  number,
  number,
  number,
];
const OPENING = new Set(['{', '['].map((one) => one.charCodeAt(0)));
const CLOSING = new Set(['}', ']'].map((one) => one.charCodeAt(0)));

function count(bytes: Buffer, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found += 1;
  return found;
}

/** Whether JSON is nested deeper than anything here is; what walks through it calls itself. */
function isDeep(json: Buffer): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]!;
    if (quoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (OPENING.has(byte) && ++depth > DEPTH) return true;
    else if (CLOSING.has(byte)) depth -= 1;
  }
  return false;
}
