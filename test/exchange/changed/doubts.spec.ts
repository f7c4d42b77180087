import { utils, write } from '@e965/xlsx';
import { isSdgTarget } from '../../../src/framework/framework.js';
import type { Corrections } from '../../../src/exchange/cells/corrections.js';
import { guessLayout } from '../../../src/exchange/match/guess-layout.js';
import { tableDrafts } from '../../../src/exchange/read/table-drafts.js';
import { readSpreadsheet } from '../../../src/platform/spreadsheets/read-spreadsheet.js';
import type { Sheet } from '../../../src/platform/spreadsheets/spreadsheet.js';

/* What a spreadsheet program made of codes, as people meet it when they bring their plan. */

async function sheetOf(bytes: Buffer): Promise<Sheet> {
  const file = await readSpreadsheet(bytes, { field: 'file' });
  if (file.format === 'json') throw new Error('no table');
  return file.sheets[0]!;
}
const csv = (...lines: string[]) => sheetOf(Buffer.from(lines.join('\n')));

/** A workbook; a cell may be a number with a format. */
type Cell = string | number | { v: number; z: string };
function workbook(...rows: Cell[][]) {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.v : cell))),
  );
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell === 'object') Object.assign(sheet[utils.encode_cell({ r, c })], { t: 'n', ...cell });
    }),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Plan');
  return sheetOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}
const serial = (day: string) => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
const date = (day: string, z = 'd-mmm') => ({ v: serial(day), z });

function read(sheet: Sheet, corrections: Corrections = {}) {
  const layout = { ...guessLayout([sheet], 'en'), corrections };
  return tableDrafts(sheet, layout, []).drafts;
}
const asked = (sheet: Sheet, corrections?: Corrections) =>
  read(sheet, corrections).flatMap(({ problems, notices }) => [
    ...problems.flatMap((one) => (one.asked ? [{ ...one.asked, open: true }] : [])),
    ...notices.flatMap((one) => (one.asked ? [{ ...one.asked, open: false }] : [])),
  ]);

describe('a code that a spreadsheet made a date of', () => {
  it.each([
    ['10-Jul', ['10.7', '7.10']],
    ['10-juil.', ['10.7', '7.10']],
    ['01-févr', ['1.2', '2.1']],
    ['2-Jan', ['2.1', '1.2']],
    ['10-jul', ['10.7', '7.10']],
    ['3-ene', ['3.1', '1.3']],
    ['5-dez', ['5.12', '12.5']],
    ['10.июл', ['10.7', '7.10']],
    ['10 июля', ['10.7', '7.10']],
    ['4-мая', ['4.5', '5.4']],
    ['10-يوليو', ['10.7', '7.10']],
    ['٢-فبراير', ['2.2']],
    ['7月10日', ['10.7', '7.10']],
    ['Jan-32', ['32.1', '1.32']],
    ['1/2/2026', ['1.2', '2.1']],
    ['2026-07-10', ['10.7', '7.10']],
    ['10.07.2026', ['10.7', '7.10']],
    ['2026-07-10 00:00:00', ['10.7', '7.10']],
    ['1/2/2003', ['1.2.3', '2.1.3']],
    ['1-Feb-03', ['1.2.3', '2.1.3']],
    ['25-Jan', ['25.1', '1.25']],
  ])('is asked about in a CSV file: %s', async (text, offers) => {
    const sheet = await csv('Code;Title', `${text};Training`, 'A;Another');
    expect(asked(sheet)).toEqual([{ key: 'row 2', text, offers, likely: null, open: true }]);
  });

  it.each([
    '1.2',
    '1-2',
    '1/2',
    'II.3',
    'A-10',
    '1.2.26',
    '5E',
    'Output 1',
    'MAR',
    '2026',
    '2025-2027',
    '10-Xyz',
  ])('is not seen in a code that is one: %s', async (text) => {
    expect(asked(await csv('Code;Title', `${text};Training`, 'A;Another'))).toEqual([]);
  });

  it('is not seen in columns that hold words and dates', async () => {
    const sheet = await csv('Code;Title;Date', '1;10-Jul;10-Jul', '2;Two;1/2/2026');
    expect(asked(sheet)).toEqual([]);
  });

  it.each([
    ['d-mmm', '10-Jul', '2026-07-10', ['10.7', '7.10']],
    ['mmm-yy', 'Jan-32', '2032-01-01', ['32.1', '1.32']],
    ['dd/mm/yyyy', '10/07/2026', '2026-07-10', ['10.7', '7.10']],
    ['m/d/yy', '2/1/03', '2003-02-01', ['1.2.3', '2.1.3']],
    ['yyyy-mm-dd', '2026-07-10', '2026-07-10', ['10.7', '7.10']],
    ['dd.mm.yyyy', '10.07.2026', '2026-07-10', ['10.7', '7.10']],
  ])('is asked about in a workbook, as the file shows it: format %s, %s', async (z, text, day, offers) => {
    const sheet = await workbook(['Code', 'Title'], [date(day, z), 'Training'], ['A', 'Another']);
    expect(asked(sheet)).toEqual([{ key: 'row 2', text, offers, likely: null, open: true }]);
  });

  it('is the one that the codes beside it lead to, and is written as they are', async () => {
    const sheet = await csv('Code;Title', '7-8;Eight', '7-9;Nine', '10-Jul;Ten', '7-11;Eleven', '11-1;One');
    expect(asked(sheet)).toEqual([
      { key: 'row 4', text: '10-Jul', offers: ['7-10', '10-7'], likely: '7-10', open: true },
    ]);
  });

  it('is not the one that another row has already', async () => {
    const sheet = await csv('Code;Title', '10.6;Six', '10.7;Seven', '7.9;Nine', '10-Jul;Ten');
    expect(asked(sheet)[0]).toMatchObject({ offers: ['7.10', '10.7'], likely: '7.10' });
  });

  it('is the code of an item, in the column of items above', async () => {
    const sheet = await csv('Code;Parent code;Title', '10.7;;Above', 'x;10-Jul;Below');
    expect(asked(sheet)).toEqual([
      { key: '10-Jul', text: '10-Jul', offers: ['10.7', '7.10'], likely: '10.7', open: true },
    ]);
  });
});

describe('an SDG target or another number that a spreadsheet changed', () => {
  it.each([
    ['SDG', '10-Jul', ['10.7'], '10.7'],
    ['SDG', '8-Aug', ['8.8'], '8.8'],
    ['SDG', '2-Jan', ['2.1', '1.2'], null],
    ['SDG', '17-Oct', ['17.10'], '17.10'],
    ['SDG', '1.00E+01', ['10'], '10'],
    ['JVAP', '5-Dec', ['5.12'], '5.12'],
    ['JVAP', '2-Jan', ['2.1', '1.2'], null],
    ['GCM objectives', '7-Oct', ['7; 10', '7; 8; 9; 10'], null],
    ['GCM objectives', '1E+01', ['10'], null],
    ['GCM objectives', '1.2', ['1; 2'], null],
  ])('in the column %s: %s', async (heading, text, offers, likely) => {
    const sheet = await csv(`Code;Title;${heading}`, `1;Training;${text}`, '2;Another;7');
    expect(asked(sheet)).toEqual([{ key: text, text, offers, likely, open: true }]);
  });

  it.each(['8.1', '16.1', '17.1'])(
    'may have lost its last zero, and stands until somebody says so: %s',
    async (text) => {
      const longer = [{ key: text, text, offers: [`${text}0`], likely: null, open: false }];
      expect(asked(await csv('Code;Title;SDG', `1;Training;${text}`))).toEqual(longer);
      expect(asked(await workbook(['Code', 'Title', 'SDG'], ['1', 'Training', Number(text)]))).toEqual(
        longer,
      );
      expect(asked(await workbook(['Code', 'Title', 'SDG'], ['1', 'Training', text]))).toEqual([]);
      expect(asked(await csv('Code;Title;SDG', `1;Training;${text}`, '2;Another;16.10'))).toEqual([]);
    },
  );

  it.each(['10.7', '10.c', '3.1', '8.8; 8.1', '10', '10.7.1', ''])('has lost nothing: %s', async (text) => {
    expect(asked(await csv('Code;Title;SDG', `1;Training;${text}`))).toEqual([]);
  });

  it('may have had its point made a comma', async () => {
    expect(asked(await csv('Code;Title;SDG', '1;Training;10,7'))).toEqual([
      { key: '10,7', text: '10,7', offers: ['10.7'], likely: null, open: false },
    ]);
  });
});

describe('a code that a spreadsheet took for a number', () => {
  it.each([
    ['1E+01', ['1E1', '1E01', '10']],
    ['1.00E+01', ['1E1', '1E01', '10']],
    ['5,00E+03', ['5E3', '5E03', '5000']],
    ['1.23457E+11', []],
    ['2E-05', ['2E-5']],
  ])('is asked about when it became a power: %s', async (text, offers) => {
    expect(asked(await csv('Code;Title', `${text};Training`, 'A;B'))).toEqual([
      { key: 'row 2', text, offers, likely: null, open: true },
    ]);
  });

  it('has its figures from the workbook, where they are', async () => {
    const sheet = await workbook(['Code', 'Title'], [{ v: 123456, z: '0.00E+00' }, 'Training'], ['A', 'B']);
    expect(asked(sheet)).toMatchObject([{ text: '1.23E+05', offers: ['123456'] }]);
  });

  it.each([
    ['after 1.9', ['1.8', '1.9', '1.1', '1.11'], 'row 4', '1.1'],
    ['when it is there twice', ['1', '1.1', '1.1'], 'row 4', '1.1'],
    ['after 2.19', ['2.18', '2.19', '2.2'], 'row 4', '2.2'],
  ])('may have lost its last zero %s', async (_, codes, key, text) => {
    const lines = codes.map((code) => `${code};Item ${code}`);
    const found = [{ key, text, offers: [`${text}0`], likely: `${text}0`, open: false }];
    expect(asked(await csv('Code;Title', ...lines))).toEqual(found);
    const numbers = codes.map((code) => [Number(code), `Item ${code}`]);
    expect(asked(await workbook(['Code', 'Title'], ...numbers))).toEqual(found);
  });

  it('is the number of a day, when a date was formatted as text', async () => {
    const sheet = await workbook(['Code', 'Title'], [serial('2026-07-10'), 'Training'], ['A', 'B']);
    expect(asked(sheet)).toEqual([
      { key: 'row 2', text: '46213', offers: ['10.7', '7.10'], likely: null, open: false },
    ]);
  });
});

describe('an answer', () => {
  const sheet = () => csv('Code;Title;SDG', '10-Jul;Training;10-Jul', '8;Another;10-Jul');
  const codes = async (corrections: Corrections) =>
    read(await sheet(), corrections).map(({ code, cells, problems }) => [
      code,
      cells.get('sdg'),
      problems.length,
    ]);

  it('is not taken from anybody who gave none', async () => {
    expect(await codes({})).toEqual([
      ['10-Jul', undefined, 2],
      ['8', undefined, 1],
    ]);
  });
  it('is read in place of what stands there, in every row it was asked about', async () => {
    expect(await codes({ code: { 'row 2': '7.10' }, sdg: { '10-Jul': '10.7' } })).toEqual([
      ['7.10', '10.7', 0],
      ['8', '10.7', 0],
    ]);
  });
  it('may be that it stands as it was meant, or is given by the text alone', async () => {
    expect(await codes({ code: { '10-Jul': '10-Jul' }, sdg: { '10-Jul': '10.c' } })).toEqual([
      ['10-Jul', '10.c', 0],
      ['8', '10.c', 0],
    ]);
  });
  it('stays open to another one', async () => {
    const given = { code: { 'row 2': '7.10' }, sdg: { '10-Jul': '10.7' } };
    expect(asked(await sheet(), given).map(({ text, open }) => [text, open])).toEqual([
      ['10-Jul', false],
      ['10-Jul', false],
      ['10-Jul', false],
    ]);
  });
});

it('knows the targets of the 2030 Agenda', () => {
  const all = Array.from({ length: 17 }, (_, goal) =>
    [...Array.from({ length: 30 }, (_n, target) => `${target + 1}`), 'a', 'b', 'c', 'd'].filter((target) =>
      isSdgTarget(`${goal + 1}.${target}`),
    ),
  );
  expect(all.flat()).toHaveLength(169);
  for (const code of ['10.7', '4.b', '17.19', '16.10', '3.d']) expect(isSdgTarget(code)).toBe(true);
  for (const code of ['7.10', '10.8', '17.20', '18.1', '10', '07.1', '17.a', '8.0'])
    expect(isSdgTarget(code)).toBe(false);
});
