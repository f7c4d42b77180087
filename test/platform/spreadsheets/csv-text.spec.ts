import fc from 'fast-check';
import Papa from 'papaparse';
import { csvOf, neutral, unneutral } from '../../../src/platform/spreadsheets/csv-text.js';

const text = fc.string({ maxLength: 30, unit: fc.constantFrom(...'=+-@;,|"\'\n\t ab1ع＝\u00a0') });
const FORMULA = /^[ \u00a0"]*[=+\-@＝]/;
const isFormula = (cell: string) => FORMULA.test(cell) && !/^-\d+(\.\d+)?$/.test(cell);

describe('CSV that is written here', () => {
  it('has no formula in it, whatever a spreadsheet parts cells by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          for (const delimiter of [',', ';', '\t', '|']) {
            const { data } = Papa.parse<string[]>(csvOf(rows).slice(1), { delimiter });
            expect({ delimiter, formulas: data.flat().filter(isFormula) }).toEqual({
              delimiter,
              formulas: [],
            });
          }
        },
      ),
      { numRuns: 500, examples: [[[['-1', ''], ['']]]] },
    );
  });

  it('holds what was known to get through', () => {
    for (const cell of ['a;=cmd()', 'x\n=cmd()', 'a;"=cmd()"', 'a\t@SUM(A1)', ';-2+3', '"\n+1'])
      expect(csvOf([['first', cell]])).not.toMatch(/[;\t\n]["]*[=+\-@]/);
  });

  it('begins no line with a figure that the next cell goes on from, where a semicolon parts cells', () => {
    expect(csvOf([['-1', "0+cmd|' /c calc'!A0"]])).toBe(`\ufeff'-1,0+cmd|' /c calc'!A0\r\n`);
    expect(csvOf([['-1'], ['2025', '-1', '']])).toBe('\ufeff-1\r\n2025,-1,\r\n');
  });

  it('gives every text back', () => {
    fc.assert(
      fc.property(text, (one) => expect(unneutral(neutral(one))).toBe(one)),
      { numRuns: 1_000 },
    );
  });

  it('leaves a negative figure a figure', () => expect(neutral('-12.50')).toBe('-12.50'));
});
