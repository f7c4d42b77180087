import fc from 'fast-check';
import { isolateFigures, isolateSymbols } from '../../../src/platform/documents/figures-apart.js';

const shown = (text: string) => isolateFigures(text, 'rtl', ['<', '>']);

it('keeps figures together that a text from right to left would turn round', () => {
  expect(shown('في الفترة 2024–2025.')).toBe('في الفترة <2024–2025>.');
  expect(shown('بنسبة 12.5% في')).toBe('بنسبة <12.5%> في');
  expect(shown('الفقرة 3.2(a)، البند')).toBe('الفقرة <3.2(a)>، البند');
  expect(shown('الإجراء 5-b والبند 5 (a)')).toBe('الإجراء <5-b> والبند <5 (a)>');
});

it('keeps the thousands of a figure together, whichever space stands between them', () => {
  for (const space of [' ', '\u00a0', '\u202f', '\u2009']) {
    const [some, more] = [`1${space}940`, `12${space}000${space}500`];
    expect(shown(`بلغ ${some} شخصا`)).toBe(`بلغ <${some}> شخصا`);
    expect(shown(`من ${some}–${more}، و ${some}.`)).toBe(`من <${some}–${more}>، و <${some}>.`);
    expect(shown(`${more},5% في`)).toBe(`<${more},5%> في`);
  }
  for (const apart of ['في 2024 150 شخصا', '1 94 شخصا', '5 2024', '12.5 100'])
    expect(shown(apart)).toBe(apart);
});

it('leaves alone what stands right by itself', () => {
  for (const text of [
    'في عام 2021، و 1,000 و 10:30',
    'RCM/2026/12',
    'A/RES/73/195',
    'COVID-19',
    '1 -',
    'البند 4 (ب)',
  ])
    expect(shown(text)).toBe(text);
  expect(isolateFigures('Only 2024–2025', 'ltr')).toBe('Only 2024–2025');
});

it('keeps symbols of documents together, which lines would break', () => {
  const symbols = (text: string) => isolateSymbols(text, ['<', '>']);
  expect(symbols('وفق القرار A/RES/73/195.')).toBe('وفق القرار <A/RES/73/195>.');
  expect(symbols('See A/CONF.231/3, E/CN.6/2020/L.3 (A/79/590)')).toBe(
    'See <A/CONF.231/3>, <E/CN.6/2020/L.3> (<A/79/590>)',
  );
  for (const text of ['IOM/UNHCR', 'and/or', '14/6/2021', 'https://un.org/A/RES/1', `A/${'1'.repeat(30)}`])
    expect(symbols(text)).toBe(text);
});

it('changes no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'Aab1 2\u00a0.%–-(),ا/:') }), (text) => {
      const isolated = isolateSymbols(isolateFigures(text, 'rtl'), ['\u2066', '\u2069']);
      expect(isolated.replace(/[\u2066\u2069]/g, '')).toBe(text);
      // None within another.
      expect(isolated).not.toMatch(/\u2066[^\u2069]*\u2066/);
    }),
  );
});
