import { field, type FieldOptions, notThat, refused } from './field.js';
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

/** An address of the web, whole. A NUL in its path is an address to some, and no text to PostgreSQL. */
export function WebAddress<const O extends FieldOptions<string>>(options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    const address = raw
      .replaceAll('\u0000', '')
      .replace(/[\t\n\r]/g, '')
      .trim();
    const isWhole = /^https?:\/\//i.test(address) && URL.canParse(address);
    return isWhole ? atMost(address, 2000) : refused(address, 'error.format');
  };
  const describe = { type: 'string', format: 'uri', maxLength: 2000 } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}
