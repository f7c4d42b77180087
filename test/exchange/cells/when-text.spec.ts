import fc from 'fast-check';
import { PRECISIONS, type When, when } from '../../../src/plans/items/when.js';
import { parseWhen } from '../../../src/exchange/cells/when-text.js';
import { formatWhen, spelledWhen } from '../../../src/exchange/cells/when-format.js';
import { CELL_LANGUAGES } from '../../../src/exchange/cell-language.js';

const read = (text: string, order?: 'day-first' | 'month-first') => {
  const { when: value, notice } = parseWhen(text, order);
  const dates =
    value.start === value.end ? value.start : [value.start, value.end].map((one) => one ?? '').join('/');
  return [value.precision, dates, value.text, notice];
};

describe('dates only: no words to keep', () => {
  it.each([
    ['2025-03-12', 'day', '2025-03-12'],
    ['2025/03/12', 'day', '2025-03-12'],
    ['12.03.2025', 'day', '2025-03-12', 'day-first'],
    ['13/03/2025', 'day', '2025-03-13'],
    ['03/13/2025', 'day', '2025-03-13'],
    ['03/03/2025', 'day', '2025-03-03'],
    ['12/03/2025', 'day', '2025-03-12', 'day-first'],
    ['12/03/2025', 'day', '2025-12-03', 'month-first'],
    ['12/03/25', 'day', '2025-03-12', 'day-first'],
    ['١٣/٣/٢٠٢٥', 'day', '2025-03-13'],
    ['12 March 2025', 'day', '2025-03-12'],
    ['March 12th, 2025', 'day', '2025-03-12'],
    ['1er mars 2025', 'day', '2025-03-01'],
    ['12 de marzo de 2025', 'day', '2025-03-12'],
    ['12 مارس 2025', 'day', '2025-03-12'],
    ['March 2025', 'month', '2025-03-01/2025-03-31'],
    ['Sept. 2025', 'month', '2025-09-01/2025-09-30'],
    ['Mar-25', 'month', '2025-03-01/2025-03-31'],
    ['03/2025', 'month', '2025-03-01/2025-03-31'],
    ['août 2025', 'month', '2025-08-01/2025-08-31'],
    ['febrero de 2025', 'month', '2025-02-01/2025-02-28'],
    ['كانون الثاني 2025', 'month', '2025-01-01/2025-01-31'],
    ['март 2026 г.', 'month', '2026-03-01/2026-03-31'],
    ['15 мая 2026 года', 'day', '2026-05-15'],
    ['II квартал 2026 г.', 'quarter', '2026-04-01/2026-06-30'],
    ['1-й квартал 2026 года', 'quarter', '2026-01-01/2026-03-31'],
    ['второе полугодие 2026 года', 'half-year', '2026-07-01/2026-12-31'],
    ['2026 год', 'year', '2026-01-01/2026-12-31'],
    ['2026–2028 гг.', 'range', '2026-01-01/2028-12-31'],
    ['с 2026 по 2028 год', 'range', '2026-01-01/2028-12-31'],
    ['março de 2026', 'month', '2026-03-01/2026-03-31'],
    ['1.º trimestre de 2026', 'quarter', '2026-01-01/2026-03-31'],
    ['março a junho de 2026', 'range', '2026-03-01/2026-06-30'],
    ['Q3 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['2025-Q3', 'quarter', '2025-07-01/2025-09-30'],
    ['third quarter of 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['T3 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['3e trimestre 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['tercer trimestre de 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['III trimestre 2025', 'quarter', '2025-07-01/2025-09-30'],
    ['الربع الثالث من عام ٢٠٢٥', 'quarter', '2025-07-01/2025-09-30'],
    ['H1 2026', 'half-year', '2026-01-01/2026-06-30'],
    ['1er semestre 2026', 'half-year', '2026-01-01/2026-06-30'],
    ['segundo semestre de 2026', 'half-year', '2026-07-01/2026-12-31'],
    ['النصف الأول من 2026', 'half-year', '2026-01-01/2026-06-30'],
    ['first half of 2026', 'half-year', '2026-01-01/2026-06-30'],
    ['2025', 'year', '2025-01-01/2025-12-31'],
    ['année 2025', 'year', '2025-01-01/2025-12-31'],
    ['عام 2025', 'year', '2025-01-01/2025-12-31'],
    ['2023-2027', 'range', '2023-01-01/2027-12-31'],
    ['2023 – 2027', 'range', '2023-01-01/2027-12-31'],
    ['2023-27', 'range', '2023-01-01/2027-12-31'],
    ['2025/26', 'range', '2025-01-01/2026-12-31'],
    ['de 2023 a 2027', 'range', '2023-01-01/2027-12-31'],
    ['de 2023 à 2027', 'range', '2023-01-01/2027-12-31'],
    ['from 2023 to 2027', 'range', '2023-01-01/2027-12-31'],
    ['من 2023 إلى 2027', 'range', '2023-01-01/2027-12-31'],
    ['March - June 2025', 'range', '2025-03-01/2025-06-30'],
    ['Jan–Mar 2025', 'range', '2025-01-01/2025-03-31'],
    ['12-15 March 2025', 'range', '2025-03-12/2025-03-15'],
    ['Q1-Q2 2025', 'range', '2025-01-01/2025-06-30'],
    ['Q4 2024 to Q1 2025', 'range', '2024-10-01/2025-03-31'],
    ['from 2025', 'open-ended', '2025-01-01/'],
    ['desde 2025', 'open-ended', '2025-01-01/'],
  ])('%s', (...[text, precision, dates, order]: string[]) => {
    expect(read(text!, order as 'day-first' | undefined)).toEqual([precision, dates, null, null]);
  });
});

describe('words that say more are kept', () => {
  it.each([
    ['mid-2024', 'year', '2024-01-01/2024-12-31'],
    ['mi-2024', 'year', '2024-01-01/2024-12-31'],
    ['a mediados de 2024', 'year', '2024-01-01/2024-12-31'],
    ['منتصف 2024', 'year', '2024-01-01/2024-12-31'],
    ['by end of 2025', 'year', '2025-01-01/2025-12-31'],
    ['d’ici fin 2025', 'year', '2025-01-01/2025-12-31'],
    ['para fines de 2025', 'year', '2025-01-01/2025-12-31'],
    ['بحلول نهاية عام 2025', 'year', '2025-01-01/2025-12-31'],
    ['by June 2025', 'month', '2025-06-01/2025-06-30'],
    ['Late March 2025', 'month', '2025-03-01/2025-03-31'],
    ['yearly', 'recurring', null],
    ['Every two years', 'recurring', null],
    ['annuel', 'recurring', null],
    ['dos veces al año', 'recurring', null],
    ['سنوياً', 'recurring', null],
    ['ongoing', 'open-ended', null],
    ['En cours', 'open-ended', null],
    ['en curso', 'open-ended', null],
    ['مستمر', 'open-ended', null],
    ['ongoing since 2019', 'open-ended', '2019-01-01/'],
    ['2023-ongoing', 'open-ended', '2023-01-01/'],
    ['2025 onwards', 'open-ended', '2025-01-01/'],
    ['TBD', 'none', null],
    ['à déterminer', 'none', null],
    ['يحدد لاحقاً', 'none', null],
  ])('%s', (text, precision, dates) => {
    expect(read(text)).toEqual([precision, dates, text, null]);
  });

  it('takes what stands in brackets behind dates as words', () => {
    expect(read('Q3 2025 (tbc)')).toEqual(['quarter', '2025-07-01/2025-09-30', 'tbc', null]);
  });
});

describe('what is not understood is kept, and said', () => {
  it.each([
    ['after the elections', 'not-understood'],
    ['31/02/2025', 'not-understood'],
    ['12/03/2025', 'ambiguous'],
    ['Q5 2025', 'not-understood'],
    ['2027-2023', 'not-understood'],
    ['99999', 'not-understood'],
  ])('%s', (text, notice) => {
    expect(read(text)).toEqual(['none', null, text, notice]);
  });

  it('reads a spreadsheet’s number of a day, and says so', () => {
    expect(read('45728')).toEqual(['day', '2025-03-12', null, 'serial']);
  });

  it.each(['', ' ', '-', '—'])('takes %p for nothing', (text) => {
    expect(read(text)).toEqual(['none', null, null, null]);
  });
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'mid-2024',
      'Q3 2025',
      'no date (2025)',
      '12/03/2025',
      'day: 2025-01-01/',
      'a (b) (c)',
      '2025 (x',
      '-',
      'متكرر',
      '45728',
    ),
  )
  .map((text) => text.toWellFormed().replace(/\r\n?/g, '\n').trim() || null);

export const anyWhen: fc.Arbitrary<When> = fc
  .tuple(
    fc.constantFrom(...PRECISIONS),
    fc.tuple(day, day),
    fc.option(words, { nil: null }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([precision, days, text, noStart, noEnd]) => {
    const [start, end] = days.sort();
    if (precision === 'recurring' || precision === 'open-ended')
      return when(precision, noStart ? null : start, noEnd ? null : end, text);
    return when(precision, start, end, text);
  });

it('writes what it reads back to the same, in every language and order of days', () => {
  fc.assert(
    fc.property(
      anyWhen,
      fc.constantFrom(...CELL_LANGUAGES),
      fc.constantFrom(null, 'day-first' as const, 'month-first' as const),
      (value, language, order) => {
        expect(parseWhen(formatWhen(value, language), order).when).toEqual(value);
        expect(parseWhen(spelledWhen(value, language), order).when).toEqual(value);
      },
    ),
    { numRuns: 2000 },
  );
});

it.each([
  ['quarter', '2027-01-01', 'es', '1.er trimestre de 2027'],
  ['quarter', '2027-04-01', 'fr', '2e trimestre 2027'],
  ['quarter', '2027-10-01', 'ar', 'الربع الرابع من 2027'],
  ['half-year', '2026-07-01', 'es', '2.º semestre de 2026'],
  ['half-year', '2026-07-01', 'en', 'second half of 2026'],
  ['day', '2027-06-30', 'es', '30 de junio de 2027'],
  ['day', '2027-06-01', 'fr', '1er juin 2027'],
  ['month', '2027-06-01', 'en', 'June 2027'],
] as const)('a page writes a %s from %s in %s as people do: %s', (precision, start, language, text) => {
  expect(spelledWhen(when(precision, start), language)).toBe(text);
});

it('never fails, and loses no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { when: value, notice } = parseWhen(text);
      if (notice === 'not-understood') expect(value.text).toBe(text.replace(/\r\n?/g, '\n').trim());
    }),
  );
});
