import { chapterLead, subheadLead } from '../../../src/reviews/document/numerals.js';

describe('chapters and subheads', () => {
  it('are numbered as in United Nations documents', () => {
    expect([1, 2, 4, 8, 9, 14].map((number) => chapterLead(number, 'en'))).toEqual([
      'I.',
      'II.',
      'IV.',
      'VIII.',
      'IX.',
      'XIV.',
    ]);
    expect([1, 7].map((number) => subheadLead(number, 'fr'))).toEqual(['A.', 'G.']);
  });

  it('are written out in Arabic', () => {
    expect([chapterLead(2, 'ar'), subheadLead(1, 'ar')]).toEqual(['ثانيا -', 'ألف -']);
  });
});
