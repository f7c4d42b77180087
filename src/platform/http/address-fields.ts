import { field, type FieldOptions, notThat, refused } from './field.js';
import { isPlain } from '../i18n/one-line.js';
import { atMost, isMissing } from './fields.js';

/** Addresses in ASCII, which every mail server takes. */
const EMAIL =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** A mail address, in lower case. */
export function Email<const O extends FieldOptions<string>>(options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    const address = raw.trim().toLowerCase();
    return EMAIL.test(address) ? atMost(address, 254) : refused(address, 'error.email');
  };
  const describe = { type: 'string', format: 'email', maxLength: 254 } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}

/**
 * An address of the web, whole: of http or https, with a host, and without a name and password before it, which make
 * `https://un.org@elsewhere.example` look like another place.
 */
export function WebAddress<const O extends FieldOptions<string>>(options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    const address = raw
      .replaceAll('\u0000', '')
      .replace(/[\t\n\r]/g, '')
      .trim();
    return isWebAddress(address) ? atMost(address, 2000) : refused(address, 'error.format');
  };
  const describe = { type: 'string', format: 'uri', maxLength: 2000 } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}

function isWebAddress(address: string): boolean {
  if (/[\s\\]/.test(address) || !isPlain(address) || !/^https?:\/\/[^/?#]/i.test(address)) return false;
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '' && !/^[^/]*\/\/[^/?#]*@/.test(address);
}
