import { read } from '@e965/xlsx';
import { workbook } from '../../../src/platform/documents/workbook.js';

it('a workbook keeps words that every object has, and marks that look like its own', async () => {
  const texts = ['constructor', '__proto__', 'toString', '_x0041_', 'a _x005F_ b', '$&'];
  const columns = texts.map((label) => ({ label }));
  const book = read(await workbook([{ name: 'Texts', columns, rows: [texts] }]));
  const cells = texts.flatMap((_, column) => [1, 2].map((row) => `${'ABCDEF'[column]}${row}`));
  expect(cells.map((cell) => (book.Sheets.Texts![cell] as { v: string } | undefined)?.v)).toEqual(
    texts.flatMap((text) => [text, text]),
  );
});
