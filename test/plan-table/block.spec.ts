import fc from 'fast-check';
import { InvalidError } from '../../src/platform/errors.js';
import { columnOf } from '../../src/exchange/cells/cells.js';
import { layBlock } from '../../src/plan-table/block.js';
import { cellsOfText, quoted } from '../../src/platform/spreadsheets/blocks.js';

const blockText = (cells: string[][]) => cells.map((row) => row.map(quoted).join('\t')).join('\n');
const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\t', '\n', 'é', 'ب', ';', '=', ',') });

describe('a block of cells as text', () => {
  it('is read as it was written', () => {
    const cells = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(cells, (block) => {
        // Empty lines at the end are none of it: the last cell says something.
        block.at(-1)![0] = 'end';
        expect(cellsOfText(blockText(block))).toEqual(block);
        expect(cellsOfText(`${blockText(block)}\r\n\r\n`)).toEqual(block);
      }),
    );
  });

  it.each([
    ['one', [['one']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ta', [['', 'a']]],
    ['a\t', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"two\nlines"\t"a ""word"""', [['two\nlines', 'a "word"']]],
    // Spreadsheets quote only what holds a tab or a break; other quotes are the text's own.
    ['"Rights" of migrants\tx', [['"Rights" of migrants', 'x']]],
    ['"open\tx', [['"open', 'x']]],
    ['', [['']]],
  ])('%j has these cells', (block, cells) => {
    expect(cellsOfText(block)).toEqual(cells);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (block) => {
        expect(cellsOfText(block).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a block laid over the table', () => {
  const rows = ['1', '2', '3'].map((id) => ({ id, version: 7 }));
  const columns = ['code', 'title.en', 'status'].map((key) => columnOf(key)!);

  it('fills the cells it covers', () => {
    expect(layBlock([['a', 'b'], ['c']], rows, columns.slice(1))).toEqual([
      { id: '1', version: 7, cells: { 'title.en': 'a', status: 'b' } },
      { id: '2', version: 7, cells: { 'title.en': 'c' } },
    ]);
  });

  it.each([
    [[['a'], ['b'], ['c'], ['d']], { key: 'table.problem.rows', values: { rows: 4, room: 3 } }],
    [[['a', 'b', 'c', 'd']], { key: 'table.problem.columns', values: { columns: 4, room: 3 } }],
  ])('is refused where it reaches beyond', (cells, message) => {
    const lay = () => layBlock(cells, rows, columns);
    expect(lay).toThrow(InvalidError);
    try {
      lay();
    } catch (error) {
      expect((error as InvalidError).fields).toEqual({ block: message });
    }
  });
});
