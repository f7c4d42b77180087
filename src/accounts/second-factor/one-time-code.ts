import { Secret, TOTP } from 'otpauth';
import { westernDigits } from '../../platform/i18n/western-digits.js';

const PERIOD_SECONDS = 30;
/** Clocks differ: the code before and the one after are taken too. */
const WINDOW = 1;

const totpOf = (key: string, email = '') =>
  new TOTP({ issuer: 'Waymark', label: email, secret: Secret.fromBase32(key), period: PERIOD_SECONDS });

/** A new shared key: 160 random bits, as base32. */
export const newKey = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from the QR code. */
export const keyUri = (key: string, email: string): string => totpOf(key, email).toString();

/** The key in groups of four, to type it. */
export const inGroups = (key: string): string => key.match(/.{1,4}/g)!.join(' ');

/** A code as somebody typed it: blanks and the digits of other scripts are fine. Null when it is none. */
export function readCode(typed: string): string | null {
  const code = westernDigits(typed).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}

/** The time step a code belongs to; null when it is none of now, of the one before and of the one after. */
export function stepOf(key: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(key).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
