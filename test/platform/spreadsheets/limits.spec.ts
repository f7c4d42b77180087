import { readSpreadsheet } from '../../../src/platform/spreadsheets/read-spreadsheet.js';

const readTable = (items: number) => {
  const rows = Array.from({ length: items }, (_, index) => `${index},Item\n`);
  return readSpreadsheet(Buffer.from(`Plan of action\n\nCode,Title\n${rows.join('')}`), { field: 'file' });
};

it('takes five thousand items below a title and a heading, and says how many rows are too many', async () => {
  expect(await readTable(5_000)).toMatchObject({ sheets: [{ rows: { length: 5_002 } }] });
  await expect(readTable(6_000)).rejects.toMatchObject({
    fields: { file: { key: 'error.fileManyRows', values: { maximum: 6_000 } } },
  });
});
