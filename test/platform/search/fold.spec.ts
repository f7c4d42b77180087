import fc from 'fast-check';
import { spansOf, wordsOf } from '../../../src/platform/search/fold.js';

describe('words are found however they are written', () => {
  it.each([
    ['Éducation', 'education'],
    ['ÉDUCATION', 'éducation'],
    ['cooperación', 'COOPERACION'],
    ['œuvre', 'oeuvre'],
    ['Straße', 'STRASSE'],
    ['Ελλάς', 'ΕΛΛΑΣ'],
    ['ё', 'е'],
    ['İstanbul', 'istanbul'],
    // Alef with hamza above, below, with madda, and the bare one.
    ['أعمال', 'اعمال'],
    ['إدارة', 'اداره'],
    ['آلية', 'اليه'],
    ['ٱلهجرة', 'الهجرة'],
    ['مسؤول', 'مسوول'],
    ['هيئة', 'هييه'],
    // Teh marbuta and heh, alef maksura and yeh.
    ['الهجرة', 'الهجره'],
    ['على', 'علي'],
    // Vowel signs and tatweel.
    ['هِجْرَةٌ', 'هجرة'],
    ['هجــــرة', 'هجرة'],
    ['٢٠٢٦', '2026'],
    ['۲۰۲۶', '2026'],
    ['ﬁnance', 'finance'],
  ])('%s as %s', (one, other) => expect(wordsOf(one)).toEqual(wordsOf(other)));

  it.each([
    ['II.3', ['ii', '3']],
    ['5a', ['5a']],
    ["l'emploi", ['l', 'emploi']],
    ['移民问题', ['移', '民', '问', '题']],
    ['GCM目标9', ['gcm', '目', '标', '9']],
    ['', []],
    ['—…!', []],
  ])('%s has the words %j', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('and signs that make letters in other scripts stay', () => {
    expect(wordsOf('हिंदी')).not.toEqual(wordsOf('हद'));
  });
});

describe('whatever the text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });

  it('its words, folded again, are themselves', () => {
    fc.assert(
      fc.property(text, (some) => {
        const words = wordsOf(some);
        expect(words.flatMap(wordsOf)).toEqual(words);
        expect(words.every((word) => /^[\p{L}\p{N}\p{M}]+$/u.test(word) && word === word.toLowerCase())).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('the places of its words are in it, one after the other', () => {
    fc.assert(
      fc.property(text, (some) => {
        let last = 0;
        for (const { start, end, words } of spansOf(some)) {
          expect(start >= last && end > start && end <= some.length).toBe(true);
          expect(wordsOf(some.slice(start, end))).toEqual(words);
          last = end;
        }
      }),
    );
  });
});
