import { axisOf, tickSays } from '../../../../src/platform/web/pictures/time-axis.js';
import { fileSize } from '../../../../src/platform/i18n/file-size.js';

it.each([
  ['a year', ['2026-02-01', '2026-11-01'], ['both', 'quarter', 'quarter', 'quarter']],
  [
    'two years and more: no quarter runs into the next',
    ['2026-11-01', '2028-06-30'],
    [null, 'year', null, null, null, 'year', null],
  ],
  ['many years', ['2020-01-01', '2026-01-01'], Array(7).fill('year')],
])('ticks of %s', (_, days, says) => {
  const axis = axisOf(days)!;
  expect(axis.ticks.map((_tick, index) => tickSays(axis, index))).toEqual(says);
});

it.each([
  [40, 'en', '40 bytes'],
  [12_500, 'en', '12.5 kB'],
  [999_949, 'fr', '999,9 ko'],
  [2_100_000, 'es', '2,1 MB'],
  [100_000, 'ar', '100 كيلوبايت'],
])('%i bytes are said in %s as %s', (bytes, language, text) => {
  expect(fileSize(bytes, language).replace(/\s/g, ' ')).toBe(text);
});
