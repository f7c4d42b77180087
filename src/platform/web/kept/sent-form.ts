import type { FastifyRequest } from 'fastify';
import type { SecretAddresses } from '../../http/secret-address.js';

/** Fields that `Form` adds: where it is opened, who opened it, and under which id the browser keeps what was typed. */
export const FORM_ADDRESS = '_form';
export const FORM_OPENER = '_opener';
export const KEPT_ID = '_kept';

/** Never given back: what is typed into them is shown nowhere, and is asked for again. */
const SECRETS = /password|^current$|^response$/i;

/** A form that was sent: its fields, flat, one for each value. */
export interface SentForm {
  fields: [name: string, value: string][];
  opener: string | null;
}

/** The form a request was sent with, to be given back; null for none, and for the button of a page, which holds no words. */
export function sentForm({ body }: Pick<FastifyRequest, 'body'>): SentForm | null {
  if (typeof body !== 'object' || body === null || !(FORM_ADDRESS in body)) return null;
  const all = Object.entries(body as Record<string, string | string[]>).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const fields = all.filter(([name]) => name !== '_csrf' && !SECRETS.test(name));
  return { fields, opener: fields.find(([name]) => name === FORM_OPENER)?.[1] ?? null };
}

/** Values that hold words, and not the id, the day or the data a form carries along. */
export const wordsIn = ({ fields }: SentForm): string[] =>
  fields
    .filter(([name, text]) => !name.startsWith('_') && /\S\s+\S/.test(text) && !/^[[{]/.test(text))
    .map(([, text]) => text);

/**
 * Where the form that was sent is opened, to lead back to: as it says itself, else the page it came from. Null when
 * neither is known, or it is secret.
 */
export function openedAt(
  request: FastifyRequest,
  addresses: SecretAddresses,
  publicUrl: string,
): string | null {
  return addresses.leadingBack(fieldOf(request, FORM_ADDRESS) || refererOf(request, publicUrl));
}

/** By which the browser knows what it keeps of this form, and of those that led to it. */
export function keptId(request: FastifyRequest): string | null {
  const id = fieldOf(request, KEPT_ID);
  return id && /^[\w-]{1,40}(\.[\w-]{1,40}){0,3}$/.test(id) ? id : null;
}

/** In the address when it is a form with a file, which is read by nobody before access is checked. */
function fieldOf({ body, query }: FastifyRequest, name: string): string | null {
  const value =
    (body as Record<string, unknown> | null | undefined)?.[name] ?? (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

function refererOf({ headers: { referer } }: FastifyRequest, publicUrl: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const { origin, pathname, search } = new URL(referer);
  return origin === new URL(publicUrl).origin ? pathname + search : null;
}
