/*
 * Decimal figures as people write them, and as they are kept: as text, digit for digit, so that none is rounded.
 *
 * The rule, which forms say in their hints: a full stop or a comma stands before the decimals, spaces or apostrophes
 * between thousands. Where both stops and commas stand, or several of one kind, the last kind is the decimal sign and
 * the others separate thousands. "1,234" alone means 1234 to some and 1.234 to others, and the person is asked; "1.234" is always
 * a decimal, since that is how figures are kept. Digits may be Arabic, Persian, Devanagari or Bengali.
 */

import { westernDigits } from './western-digits.js';

/** A figure as it is kept: `-?` digits, then perhaps `.` and digits. */
export type Decimal = string;
export type DecimalRead = { value: Decimal } | { problem: 'error.decimal' | 'error.decimalUnclear' };

/** So many characters at most, sign and stop included. */
export const DECIMAL_LENGTH = 40;

/** How a figure may be written, without its sign; the first that matches counts. */
const FORMS: [form: RegExp, plain: (written: string) => string][] = [
  [/^\d+$/, (text) => text],
  [/^\d*\.\d+$/, (text) => text],
  [/^\d*,\d+$/, (text) => text.replace(',', '.')],
  // 12 500,75
  [/^\d{1,3}( \d{3})+([.,]\d+)?$/, (text) => text.replaceAll(' ', '').replace(',', '.')],
  // 1,250,000.5, and 12,50,000.5 as in South Asia
  [/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/, (text) => text.replaceAll(',', '')],
  [/^[1-9]\d?(,\d{2})+,\d{3}(\.\d+)?$/, (text) => text.replaceAll(',', '')],
  // 1.250.000,5
  [/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, (text) => text.replaceAll('.', '').replace(',', '.')],
];
const UNCLEAR = /^[1-9]\d{0,2},\d{3}$/;

/** Reads a figure as it was typed; says what is wrong when it is none, or could be two. */
export function readDecimal(typed: string): DecimalRead {
  const [, sign, written] = /^([-+\u2212\u2013]?) ?(.*)$/s.exec(
    westernDigits(typed)
      .trim()
      .replace(/[\s'\u2019\u066c]/g, ' ')
      .replaceAll('\u066b', '.')
      .replaceAll('\u060c', ','),
  ) as unknown as [string, string, string];
  if (UNCLEAR.test(written)) return { problem: 'error.decimalUnclear' };
  const plain = FORMS.find(([form]) => form.test(written))?.[1](written);
  if (plain === undefined) return { problem: 'error.decimal' };
  const value = `${sign && sign !== '+' ? '-' : ''}${plain.startsWith('.') ? '0' : ''}${plain}`;
  return value.length <= DECIMAL_LENGTH ? { value } : { problem: 'error.decimal' };
}

const COMMA_LANGUAGES = new Set(['fr', 'es', 'pt', 'ru']);

/**
 * A figure as it is shown: every digit that was typed, thousands separated by narrow spaces (never by a comma or a stop,
 * which mean different things to different readers), the decimal sign of the language.
 */
export function formatDecimal(value: Decimal, language: string): string {
  const [whole = '', decimals] = value.replace('-', '').split('.');
  const sign = value.startsWith('-') ? '\u2212' : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const mark = COMMA_LANGUAGES.has(language) ? ',' : '.';
  return `${sign}${grouped}${decimals === undefined ? '' : mark + decimals}`;
}
