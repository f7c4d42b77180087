import fc from 'fast-check';
import Papa from 'papaparse';
import { Reading } from '../../src/indicators/indicator.entity.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { asTyped, ReadingInput } from '../../src/indicators/reading.dto.js';
import { parsePastedReadings } from '../../src/indicators/pasted-readings.js';
import { readingsCsv } from '../../src/indicators/readings-csv.js';
import { SEXES } from '../../src/indicators/vocabulary.js';

const cellsOf = (text: string) => parsePastedReadings(text).lines.map(({ cells }) => cells);

describe('lines of readings', () => {
  it('come from a spreadsheet, with tabs, and keep the numbers of their lines', () => {
    const { lines } = parsePastedReadings('2025\t12,5\tfemale\n\n2026\t13');
    expect(lines).toMatchObject([
      { line: 1, cells: { period: '2025', value: '12,5', sex: 'female' } },
      { line: 3, cells: { period: '2026', value: '13', sex: '' } },
    ]);
  });

  it('are typed with semicolons, or with commas', () => {
    expect(cellsOf('2025; 1 250,5')).toMatchObject([{ period: '2025', value: '1 250,5' }]);
    expect(cellsOf('2025,"12,5",,,,,A yearbook')).toMatchObject([{ value: '12,5', source: 'A yearbook' }]);
  });

  it('are in the order of a first line with the names of columns, in any language', () => {
    expect(cellsOf('Valeur;Période;Sexe\n12;2025;Femmes')).toEqual([
      { value: '12', period: '2025', sex: 'Femmes' },
    ]);
    expect(cellsOf('الفترة\tالقيمة\n٢٠٢٥\t١٢')).toEqual([{ period: '٢٠٢٥', value: '١٢' }]);
    expect(parsePastedReadings('period;value;colour\n2025;12;red').unused).toEqual(['colour']);
  });

  it('keep in the note whatever comes last', () => {
    expect(cellsOf('2025;1;;;;;S;one; two; three')).toMatchObject([{ note: 'one;two;three' }]);
  });

  it('are none where there is nothing', () => {
    expect(cellsOf('')).toEqual([]);
    expect(cellsOf(' \n;;;\n')).toEqual([]);
    expect(cellsOf('period;value')).toEqual([]);
  });

  it('are read without an error, whatever was pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePastedReadings(text)));
    fc.assert(
      fc.property(fc.stringMatching(/^[\t;,"\n\r'=0-9a]{0,60}$/), (text) => void parsePastedReadings(text)),
    );
  });
});

describe('readings as CSV', () => {
  const words = fc.option(
    fc
      .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'=+-@ab1;,"\'\n\tع ') })
      // As a form keeps it: trimmed, and without the apostrophe that the export itself may put first.
      .map((text) => text.trim())
      .filter((text) => text !== '' && !text.startsWith("'")),
  );
  const reading = fc
    .record({
      period: fc.constantFrom('2025', '2025-Q2', '2024-07-01/2025-06-30'),
      value: fc.constantFrom('12.50', '-3', '0', '1234567890123456789.01'),
      sex: fc.constantFrom(null, ...SEXES),
      ageGroup: words,
      migrationStatus: words,
      other: words,
      source: words,
      note: words,
    })
    .map((typed) => {
      const { period, ...rest } = readInput(ReadingInput, typed);
      const recordedAt = new Date('2027-03-01');
      return Object.assign(new Reading(), rest, period, { recordedAt, supersededAt: null });
    });

  it('read back as the same', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 5 }), (readings) => {
        const back = cellsOf(readingsCsv(readings)).map((cells) => {
          const { period, ...rest } = readInput(ReadingInput, cells);
          return asTyped({ ...rest, ...period });
        });
        expect(back).toEqual(readings.map(asTyped));
      }),
    );
  });

  it('begin no cell with what a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(reading, (one) => {
        const [, row] = Papa.parse<string[]>(readingsCsv([one]), { delimiter: ',' }).data;
        expect(row!.filter((cell) => /^[=@+\t\r]/.test(cell))).toEqual([]);
        expect(row!.filter((cell) => /^-/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
      }),
    );
    const negative = Object.assign(new Reading(), {
      recordedAt: new Date(0),
      start: '2025-01-01',
      end: '2025-12-31',
    });
    Object.assign(negative, { precision: 'year', value: '-3', note: '=HYPERLINK("http://x")' });
    expect(readingsCsv([negative])).toMatch(/2025,-3,,,,,,"'=HYPERLINK\(""http:\/\/x""\)"/);
  });
});
