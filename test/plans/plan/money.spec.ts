import { amountLabel } from '../../../src/plans/plan/money.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u200f]/g, ' ').trim();

describe('an amount', () => {
  it.each([
    ['1250000.50', 'EUR', 'en', 'EUR 1,250,000.50'],
    ['1250000', 'EUR', 'fr', '1 250 000 EUR'],
    ['999999999999999.99', null, 'en', '999,999,999,999,999.99'],
    ['-150', null, 'en', '-150'],
    ['7', 'XOF', 'en', 'XOF 7'],
  ])('%s %s in %s', (amount, currency, language, words) => {
    expect(plain(amountLabel(amount, currency, language))).toBe(words);
  });

  it('has western digits in Arabic', () => {
    expect(amountLabel('1250', 'MAD', 'ar')).toMatch(/1[,.٬]250/);
  });
});
