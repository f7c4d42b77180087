/**
 * Money as the plan states it. Amounts are decimal text, so that none is rounded; a stated gap may differ from needed
 * less pledged, and stays as stated.
 */
export interface Funding {
  /** ISO 4217, or null when the plan names none. */
  currency: string | null;
  needed: string | null;
  pledged: string | null;
  gap: string | null;
}

/** Up to fifteen digits and two decimals. */
export const isAmount = (text: string) => /^\d{1,15}(\.\d{1,2})?$/.test(text);
export const isCurrency = (code: string) => /^[A-Z]{3}$/.test(code);

/**
 * Needed less pledged, as decimal text, where the stated gap differs from it; null where it does not, or where one of
 * the three is not stated. It is shown beside the stated gap, which stays.
 */
export function differingGap({ needed, pledged, gap }: Funding): string | null {
  if (needed === null || pledged === null || gap === null) return null;
  const difference = inCents(needed) - inCents(pledged);
  if (difference === inCents(gap)) return null;
  const cents = (difference < 0n ? -difference : difference).toString().padStart(3, '0');
  const decimals = cents.slice(-2) === '00' ? '' : `.${cents.slice(-2)}`;
  return `${difference < 0n ? '-' : ''}${cents.slice(0, -2)}${decimals}`;
}

function inCents(amount: string): bigint {
  const [whole, decimals = ''] = amount.split('.');
  return BigInt(`${whole}${decimals.padEnd(2, '0')}`);
}
