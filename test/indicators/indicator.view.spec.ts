import { Indicator, Reading } from '../../src/indicators/indicator.entity.js';
import { inListOrder, partsBy, pictureOf } from '../../src/indicators/indicator.view.js';
import { readPeriod } from '../../src/indicators/period.js';

const indicator = (fields: Partial<Indicator>) =>
  Object.assign(new Indicator(), { baselineValue: null, baselineYear: null, targets: [] }, fields);
const reading = (period: string, value: string, fields: Partial<Reading> = {}) =>
  Object.assign(
    new Reading(),
    { sex: null, ageGroup: null, migrationStatus: null, other: null, value },
    readPeriod(period)!,
    fields,
  );

describe('the picture of an indicator', () => {
  it('shows baseline, targets and undivided readings, in the order of the years', () => {
    const stated = indicator({
      baselineValue: '12.5',
      baselineYear: 2024,
      targets: [
        { year: 2027, value: '30', text: null },
        { year: 2026, value: null, text: 'one in each region' },
        { year: 2025, value: '20', text: null },
      ],
    });
    const readings = [
      reading('2026', '22'),
      reading('2026-H1', '10'),
      reading('2025', '18'),
      reading('2025', '9', { sex: 'female' }),
    ];
    expect(pictureOf(stated, readings)).toEqual({
      baseline: [[2024, 12.5]],
      level: undefined,
      targets: [
        [2025, 20],
        [2027, 30],
      ],
      // No stroke joins the half-year to the years.
      readings: [
        [
          [expect.closeTo(2025, 2), 18],
          [expect.closeTo(2026, 2), 22],
        ],
        [[expect.closeTo(2025.75, 2), 10]],
      ],
    });
  });

  it('shows a baseline without a year as a level', () => {
    expect(pictureOf(indicator({ baselineValue: '0' }), [])).toMatchObject({ baseline: [], level: 0 });
  });
});

describe('the picture by parts', () => {
  it('takes what is broken down by one dimension alone, in the order of the words', () => {
    const parts = partsBy('sex', [
      reading('2025', '10', { sex: 'male' }),
      reading('2025', '90', { sex: 'female' }),
      reading('2025', '5', { sex: 'female', ageGroup: '0-17' }),
      reading('2025', '100'),
    ]);
    expect(parts.map(({ part, runs }) => [part, runs.flat().length])).toEqual([
      ['female', 1],
      ['male', 1],
    ]);
  });

  it('is none where there are more parts than can be told apart', () => {
    const many = Array.from({ length: 7 }, (_, n) => reading('2025', '1', { ageGroup: `${n}` }));
    expect(partsBy('ageGroup', many)).toEqual([]);
  });
});

it('a list has the latest period first, the whole before its parts, and never the order of the values', () => {
  const readings = [
    reading('2024', '1'),
    reading('2025', '90', { sex: 'male' }),
    reading('2025', '70', { sex: 'female' }),
    reading('2025', '80'),
    reading('2025-H1', '5'),
  ].map((one) => Object.assign(one, { recordedAt: new Date(0) }));
  expect(inListOrder(readings).map(({ value }) => value)).toEqual(['80', '70', '90', '5', '1']);
});
