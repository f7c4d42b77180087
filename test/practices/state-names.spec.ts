import fc from 'fast-check';
import { LANGUAGES } from '../../src/platform/i18n/i18n.js';
import { States } from '../../src/accounts/states.js';
import { statesNamed } from '../../src/practices/state-names.js';

describe('countries by name', () => {
  it('are known by code and by their name in each language of the interface', () => {
    for (const code of ['KEN', 'MEX', 'EGY', 'CIV'])
      for (const name of [code, ...LANGUAGES.map((language) => States.name(code, language))])
        expect(statesNamed([name])).toEqual({ codes: [code], unknown: [] });
  });

  it('never throw, and lose no name', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const { codes, unknown } = statesNamed(names);
        const given = names.filter((name) => name.trim() !== '').length;
        expect(codes.length + unknown.length).toBeLessThanOrEqual(given);
        expect(codes.every((code) => States.exists(code))).toBe(true);
      }),
    );
  });
});
