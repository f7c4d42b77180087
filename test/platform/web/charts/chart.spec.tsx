import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { visitor } from '../../../../src/platform/http/actor.js';
import { translator } from '../../../../src/platform/i18n/i18n.js';
import { YearChart } from '../../../../src/platform/web/charts/chart.js';
import {
  EQUAL_LOOKS,
  heightLabel,
  LOOKS,
  type Series,
} from '../../../../src/platform/web/charts/chart-option.js';
import { pageContext, PageContextHolder } from '../../../../src/platform/web/page-context.js';

const contextIn = (language: string) =>
  pageContext({
    actor: visitor(language),
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    zone: 'UTC',
    csrf: '',
    url: '/',
    secretAddress: false,
    formAddress: '',
    keeperOf: () => '',
    savedForm: null,
    keptForm: null,
    navigation: [],
    places: { base: '/places/', sections: [] },
    named: [],
    looks: new Map(),
    waiting: new Map(),
    assetVersion: '',
    now: new Date('2027-03-01'),
    notice: null,
    t: translator(language),
  });

const draw = (series: Series[], language = 'en') =>
  render(
    <PageContextHolder.Provider value={contextIn(language)}>
      <YearChart label="What it shows" series={series} />
    </PageContextHolder.Provider>,
  );

const SERIES: Series[] = [
  { key: 'origin', label: 'Baseline', look: LOOKS.origin, runs: [[[2024, 120]]] },
  {
    key: 'aim',
    label: 'Targets',
    look: LOOKS.aim,
    runs: [
      [
        [2026, 200],
        [2027, 250.5],
      ],
    ],
  },
  {
    key: 'main',
    label: '<script>alert(1)</script>',
    look: LOOKS.main,
    runs: [[[2025, 140]], [[2026.25, 160]]],
  },
];

/** Years in the order they are read in, by their place across. */
const yearsAcross = (html: string) =>
  [...html.matchAll(/translate\(([\d.]+) [\d.]+\)"[^>]*>(20\d\d)</g)]
    .slice(0, 4)
    .sort((a, b) => Number(a[1]) - Number(b[1]))
    .map(([, , year]) => year);

describe('a chart', () => {
  it('is words and shapes with classes: no style, script, colour or address', () => {
    const html = draw(SERIES);
    expect(html).toContain('role="img" aria-label="What it shows"');
    expect(html).toContain('class="wide"');
    expect(html).toContain('class="narrow"');
    expect(html).toMatch(/class="[^"]*stroke-accent/);
    expect(html).toContain('2025');
    expect(html).not.toMatch(/style=|<style|<script|#0000|href|url\(|xmlns|id="/);
    expect(html).not.toContain('NaN');
  });

  it('is the same each time', () => expect(draw(SERIES)).toBe(draw(SERIES)));

  it('runs from right to left where the text does', () => {
    expect(yearsAcross(draw(SERIES))).toEqual(['2024', '2025', '2026', '2027']);
    expect(yearsAcross(draw(SERIES, 'ar'))).toEqual(['2027', '2026', '2025', '2024']);
  });

  it('is nothing where there is nothing to draw', () => {
    expect(draw([])).toBe('');
    expect(draw([{ ...SERIES[0]!, runs: [[]] }])).toBe('');
  });

  it('draws whatever figures there are', () => {
    const point = fc.tuple(
      fc.double({ min: 1900, max: 2201, noNaN: true }),
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e40, max: 1e40 }),
        fc.integer({ min: -20, max: 20 }),
        fc.constantFrom(0, 1e-30, -0),
      ),
    );
    const oneSeries = fc.record({
      key: fc.uuid(),
      label: fc.string(),
      look: fc.constantFrom(...EQUAL_LOOKS, LOOKS.aim),
      runs: fc.array(fc.array(point, { maxLength: 8 }), { maxLength: 3 }),
      level: fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(oneSeries, { maxLength: 4 }), fc.constantFrom('en', 'ar'), (series, language) => {
        expect(draw(series, language)).not.toMatch(/NaN|Infinity|undefined|style=|#0000/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a figure beside an axis', () => {
  it.each([
    [0.30000000000000004, 'en', '0.3'],
    [12500, 'fr', '12\u202f500'],
    [-0.5, 'fr', '\u22120,5'],
    [-0, 'en', '0'],
    [2_500_000, 'en', '2.5M'],
  ])('%d in %s is %s', (height, language, shown) => expect(heightLabel(height, language)).toBe(shown));
});
