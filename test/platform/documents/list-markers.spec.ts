import { listMarker, paragraphNumber } from '../../../src/platform/documents/list-markers.js';

describe('listMarker', () => {
  it('has two brackets in English, one in French and Spanish', () => {
    expect(['en', 'fr', 'es-MX', 'zh'].map((language) => listMarker(1, language))).toEqual([
      '(b)',
      'b)',
      'b)',
      '(b)',
    ]);
  });

  it('goes on after z as Word does', () => {
    expect([25, 26, 27, 52].map((index) => listMarker(index, 'en'))).toEqual([
      '(z)',
      '(aa)',
      '(bb)',
      '(aaa)',
    ]);
  });

  it('follows the abjad in Arabic', () => {
    expect([0, 1, 2, 3].map((index) => listMarker(index, 'ar'))).toEqual(['(أ)', '(ب)', '(ج)', '(د)']);
  });
});

it('prints paragraph numbers as each language does', () => {
  expect([paragraphNumber(12, 'en'), paragraphNumber(12, 'ar')]).toEqual(['12.', '12 -']);
});
