import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import type { Funding } from './funding.js';

/** An amount as it is stated, to its last decimal, grouped as the language does: "EUR 1,250,000.50". */
export function amountLabel(amount: string, currency: string | null, language: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const money = currency && { style: 'currency' as const, currency, currencyDisplay: 'code' as const };
  // Western digits in Arabic, as in the Arabic text of United Nations documents.
  const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    ...digits,
    ...money,
  });
  // A text, since a number would lose the last of sixteen digits.
  return format.format(amount as `${number}`);
}

/** What a plan states of money, one amount a line. */
export function fundingText(
  { currency, needed, pledged, gap }: Funding,
  t: Translate,
  language: string,
): string {
  const line = (label: TextKey, amount: string | null) =>
    amount && `${t(label)}: ${amountLabel(amount, currency, language)}`;
  return [line('funding.needed', needed), line('funding.pledged', pledged), line('funding.gap', gap)]
    .filter(Boolean)
    .join('\n');
}
