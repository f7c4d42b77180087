import fc from 'fast-check';
import { DECIMAL_LENGTH, formatDecimal, readDecimal } from '../../../src/platform/i18n/decimal.js';
import { westernDigits } from '../../../src/platform/i18n/western-digits.js';

const digits = (min: number, max: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max })
    .map((values) => values.join(''));
const whole = fc.oneof(
  fc.constant('0'),
  fc.tuple(fc.integer({ min: 1, max: 9 }), digits(0, 14)).map(([first, rest]) => `${first}${rest}`),
);
const figure = fc.record({ minus: fc.boolean(), whole, decimals: fc.option(digits(1, 15)) });
type Figure = { minus: boolean; whole: string; decimals: string | null };

const plain = ({ minus, whole: ones, decimals }: Figure) =>
  `${minus ? '-' : ''}${ones}${decimals === null ? '' : `.${decimals}`}`;
const written = ({ minus, whole: ones, decimals }: Figure, group: string, mark: string, sign = '-') =>
  `${minus ? sign : ''}${ones.replace(/\B(?=(\d{3})+$)/g, group)}${decimals === null ? '' : mark + decimals}`;
const value = (text: string) => readDecimal(text);

describe('a figure as it is kept', () => {
  it('reads as itself', () => {
    fc.assert(fc.property(figure, (one) => expect(value(plain(one))).toEqual({ value: plain(one) })));
  });
});

describe('a figure as people write it', () => {
  it.each([
    ['spaces and a comma', ' ', ','],
    ['narrow spaces and a stop', '\u202f', '.'],
    ['apostrophes', '’', '.'],
    ['the Arabic signs', '\u066c', '\u066b'],
  ])('with %s keeps every digit', (_, group, mark) => {
    fc.assert(
      fc.property(figure, (one) => {
        // A comma before three decimals, with nothing between thousands, can mean two things.
        fc.pre(!(mark === ',' && /^[1-9]\d{0,2}$/.test(one.whole) && one.decimals?.length === 3));
        expect(value(written(one, group, mark, '\u2212'))).toEqual({ value: plain(one) });
      }),
    );
  });

  it.each([
    [',', '.'],
    ['.', ','],
  ])('with thousands parted by "%s" is read where it cannot mean another', (group, mark) => {
    fc.assert(
      fc.property(figure, (one) => {
        const groups = Math.ceil(one.whole.length / 3);
        fc.pre(groups > 2 || (groups === 2 && one.decimals !== null));
        expect(value(written(one, group, mark))).toEqual({ value: plain(one) });
      }),
    );
  });

  it('with a comma and three digits is asked back, and with a stop is a decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), digits(3, 3), (ones, three) => {
        expect(value(`${ones},${three}`)).toEqual({ problem: 'error.decimalUnclear' });
        expect(value(`${ones}.${three}`)).toEqual({ value: `${ones}.${three}` });
      }),
    );
    expect(value('0,125')).toEqual({ value: '0.125' });
    expect(value('1250,125')).toEqual({ value: '1250.125' });
  });

  it.each([
    ['١٢٬٥٠٠٫٧٥', '12500.75'],
    ['\u200f۱۲,۵', '12.5'],
    ['१२.५', '12.5'],
    ['12,50,000.5', '1250000.5'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['007', '007'],
    ['12.50', '12.50'],
    ['- 3', '-3'],
  ])('%s is %s', (typed, kept) => expect(value(typed)).toEqual({ value: kept }));

  it.each([
    '',
    '-',
    '12%',
    '1e5',
    '1 2',
    '12 34',
    '1,23,4',
    '1.2.3',
    '5.',
    'about 12',
    '1,234,56',
    '0x10',
    '٫',
  ])('%j is none', (typed) => expect(value(typed)).toEqual({ problem: 'error.decimal' }));
});

describe('whatever is typed', () => {
  it('is read as a figure of bounded length, or as none', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-+ 0-9.,'٠-٩]{0,60}$/),
      digits(30, 60),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = value(text);
        if ('problem' in read) return;
        expect(read.value).toMatch(/^-?\d+(\.\d+)?$/);
        expect(read.value.length).toBeLessThanOrEqual(DECIMAL_LENGTH);
        // Not one digit more, less or other than was typed, but for a zero before a bare decimal sign.
        const typedDigits = westernDigits(text).replace(/\D/g, '');
        expect([typedDigits, `0${typedDigits}`]).toContain(read.value.replace(/\D/g, ''));
      }),
    );
  });
});

describe('a figure as it is shown', () => {
  it.each(['en', 'fr', 'es', 'ar'])('in %s reads back as the same, or is asked back', (language) => {
    fc.assert(
      fc.property(figure, (one) => {
        const shown = formatDecimal(plain(one), language);
        expect([{ value: plain(one) }, { problem: 'error.decimalUnclear' }]).toContainEqual(value(shown));
      }),
    );
  });

  it('has the decimal sign of the language', () => {
    expect(formatDecimal('-1234567.50', 'en')).toBe('\u22121\u202f234\u202f567.50');
    expect(formatDecimal('1234.5', 'fr')).toBe('1\u202f234,5');
    expect(formatDecimal('0.10', 'ar')).toBe('0.10');
  });
});
