import { CFB, utils, write } from '@e965/xlsx';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { guessLayout } from '../../../src/exchange/match/guess-layout.js';
import { fileNotices } from '../../../src/exchange/read/file-notices.js';
import { tableDrafts } from '../../../src/exchange/read/table-drafts.js';
import { readSpreadsheet } from '../../../src/platform/spreadsheets/read-spreadsheet.js';

/* What people leave in a workbook and no longer mean. */

async function noticesOf(bytes: Buffer) {
  const file = await readSpreadsheet(bytes, { field: 'file' });
  if (file.format !== 'xlsx') throw new Error('no workbook');
  const layout = guessLayout(file.sheets, 'en');
  const { drafts } = tableDrafts(file.sheets[0]!, layout, []);
  return {
    rows: drafts.flatMap(({ row, notices }) =>
      notices.map(({ use, message }) => [row, use, message.key, message.values?.text]),
    ),
    file: fileNotices(file, layout).map(({ column, message }) => [column, message.key]),
  };
}
const struck = (value: string) => ({ value, textDecoration: { strikethrough: true } });
const written = async (data: unknown[][]) =>
  noticesOf(await writeWorkbook([{ sheet: 'Plan', data: data as SheetData }]).toBuffer());

describe('what is struck out in a workbook', () => {
  it('is said of a row, of a cell, and not of what stands beside it', async () => {
    const { rows } = await written([
      ['Code', 'Title', 'Responsible'],
      [struck('1'), struck('Given up'), struck('Kenya')],
      ['2', 'Stays', struck('Uganda')],
      ['3', 'Stays too', 'Kenya'],
      [struck('4'), 'Only its code', null],
    ]);
    expect(rows).toEqual([
      [2, null, 'exchange.notice.struckRow', undefined],
      [3, 'owners', 'exchange.notice.struck', 'Uganda'],
      [5, 'code', 'exchange.notice.struck', '4'],
    ]);
  });

  it.each([
    [
      '<r><t>Train </t></r><r><rPr><strike/></rPr><t>border &amp; port</t></r><r><t> officials</t></r>',
      'border & port',
    ],
    ['<r><rPr><b/><strike val="1"/></rPr><t xml:space="preserve">all </t></r><r><t>officials</t></r>', 'all'],
    ['<r><rPr><strike val="0"/></rPr><t>none </t></r><r><t>of it</t></r>', null],
  ])('is said of the words within a text: %s', async (runs, words) => {
    const sheet = utils.aoa_to_sheet([
      ['Code', 'Title'],
      ['1', 'WORDS'],
      ['2', 'Another'],
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Plan');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
    const { rows } = await noticesOf(withSharedText(bytes, '<t>WORDS</t>', runs));
    expect(rows).toEqual(words === null ? [] : [[2, 'title.en', 'exchange.notice.struck', words]]);
  });
});

it('says of columns that are hidden whether they are taken', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Code', 'Title', 'Status', 'Internal', ''],
    ['1', 'One', 'planned', 'for us', ''],
    ['2', 'Two', 'ongoing', 'for us', ''],
  ]);
  sheet['!cols'] = [{}, {}, { hidden: true }, { hidden: true }, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Plan');
  const { file } = await noticesOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(file.filter(([, key]) => String(key).includes('hidden'))).toEqual([
    ['C', 'exchange.notice.hiddenColumn'],
    ['D', 'exchange.notice.hiddenUnused'],
  ]);
});

/** A workbook with other words among its shared texts. */
function withSharedText(bytes: Buffer, text: string, other: string): Buffer {
  const archive = CFB.read(bytes, { type: 'buffer' });
  const file = CFB.find(archive, '/xl/sharedStrings.xml')!;
  file.content = Buffer.from(
    Buffer.from(file.content as Uint8Array)
      .toString()
      .replace(text, other),
  );
  file.size = (file.content as Buffer).length;
  return CFB.write(archive, { type: 'buffer', fileType: 'zip' }) as Buffer;
}
