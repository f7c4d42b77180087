import { readInput } from '../../../src/platform/http/read-input.js';
import { differingGap } from '../../../src/plans/items/funding.js';
import { FundingInput, statedFunding } from '../../../src/plans/items/funding.dto.js';

const funding = (needed: string | null, pledged: string | null, gap: string | null) => ({
  currency: 'EUR',
  needed,
  pledged,
  gap,
});

describe('funding', () => {
  it.each([
    ['1000000', '250000.50', '749999.50', null],
    ['1000000', '250000', '700000', '750000'],
    ['100', '99.99', '1', '0.01'],
    ['100', '250', '0', '-150'],
    ['999999999999999.99', '0', '0', '999999999999999.99'],
    [null, '250', '100', null],
    ['100', null, '100', null],
  ])('of %s needed and %s pledged, with a gap of %s', (needed, pledged, gap, differing) => {
    expect(differingGap(funding(needed, pledged, gap))).toBe(differing);
  });

  it('is nothing when a form states nothing, and keeps amounts as they are written', () => {
    expect(
      statedFunding(readInput(FundingInput, { currency: '', needed: ' ', pledged: '', gap: '' })),
    ).toBeNull();
    expect(readInput(FundingInput, { currency: 'eur', needed: '1 250 000.5' })).toEqual({
      currency: 'EUR',
      needed: '1250000.5',
      pledged: null,
      gap: null,
    });
    expect(() => readInput(FundingInput, { needed: '1,5' })).toThrow('invalid: needed');
  });
});
