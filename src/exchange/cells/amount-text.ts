import { fold } from '../../platform/i18n/fold.js';

export interface Amount {
  /** Decimal text, as funding keeps it. */
  amount: string;
  /** ISO 4217, when it was written beside the figure. */
  currency: string | null;
}

const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP', us$: 'USD', '¥': 'JPY' };
const TIMES: Record<string, number> = {
  ...Object.fromEntries(['k', 'thousand', 'mille', 'mil', 'الف'].map((word) => [word, 3])),
  ...Object.fromEntries(
    ['m', 'mn', 'mio', 'million', 'millions', 'millon', 'millones', 'مليون'].map((word) => [word, 6]),
  ),
  ...Object.fromEntries(
    ['bn', 'billion', 'billions', 'milliard', 'milliards', 'مليار'].map((word) => [word, 9]),
  ),
};
const FORM = /^(us\$|[a-z]{3}|[€£¥])?\s*([\d][\d.,' ]*)\s*(\p{L}+)?\s*([a-z]{3}|[€£¥])?$/u;

/**
 * An amount of money in a cell: "1 250 000,50", "EUR 1,250,000", "1.2 million". Null when it is none. Amounts have at
 * most two decimals, so a separator before three figures is one of thousands.
 */
export function parseAmount(text: string): Amount | null {
  // Two lines are two amounts.
  if (/[\n\r]/.test(text.trim())) return null;
  const [, before, figures, word, after] = FORM.exec(fold(text).replace(/^'/, '')) ?? [];
  if (!figures) return null;
  const times = word === undefined ? 0 : TIMES[word];
  const currencyWord = before ?? after ?? (times === undefined ? word : undefined);
  if (times === undefined && !/^[a-z]{3}$/.test(word!)) return null;
  const plain = plainFigures(figures.trim(), Boolean(times));
  const amount = plain && raised(plain, times ?? 0);
  if (!amount || !/^\d{1,15}(\.\d{1,2})?$/.test(amount)) return null;
  return { amount, currency: currencyWord ? (SYMBOLS[currencyWord] ?? currencyWord.toUpperCase()) : null };
}

/** Figures with a point before the decimals and nothing between thousands. */
function plainFigures(figures: string, multiplied: boolean): string | null {
  const [parts] = figures.split(/[.,](?=\d{1,2}$)/);
  if (/[\s']/.test(figures) && !/^\d{1,3}(?:[\s'.,]+\d{3})*$/.test(parts!.trim())) return null;
  const text = figures.replace(/[\s']/g, '');
  if (/^\d+$/.test(text)) return text;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const [whole, decimals] = [text.slice(0, last), text.slice(last + 1)];
  const separators = new Set(text.replace(/\d/g, ''));
  const inThousands = (part: string) => /^\d{1,3}([.,]\d{3})*$/.test(part) || /^\d+$/.test(part);
  const once = text.replace(/\d/g, '').length === 1;
  if (decimals.length <= 2 || (once && multiplied && decimals.length > 0)) {
    const single = !whole.includes(text[last]!);
    return single && inThousands(whole) ? `${whole.replace(/[.,]/g, '')}.${decimals}` : null;
  }
  return separators.size === 1 && inThousands(text) ? text.replace(/[.,]/g, '') : null;
}

/** Times a power of ten, on the text: nothing is rounded. */
function raised(figures: string, power: number): string {
  if (power === 0) return figures;
  const [whole = '', decimals = ''] = figures.split('.');
  const padded = decimals.padEnd(power, '0');
  const rest = padded.slice(power).replace(/0+$/, '');
  const digits = `${whole}${padded.slice(0, power)}`.replace(/^0+(?=\d)/, '');
  return rest ? `${digits}.${rest}` : digits;
}
