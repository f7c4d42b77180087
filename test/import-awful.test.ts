import { readFileSync } from 'node:fs';
import { Plan } from '../src/plans/plan.entity.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from './support/app.js';
import type { Client } from './support/client.js';
import { browserOf, newPerson } from './support/factories.js';

const MECHANISM = 'rabat';
const FIXTURES = new URL('./fixtures/imports/', import.meta.url);

interface Item {
  id: string;
  parentId: string | null;
  code: string;
  title: { original: string; texts: Record<string, string> };
  owners: string[];
  objectives: string[];
  when: { precision: string; start: string | null; end: string | null; text: string | null };
  funding: Record<string, string> | null;
}

let test: TestApp;
let client: Client;

beforeAll(async () => {
  test = await startApp();
  client = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
});
afterAll(() => test.close());

const bring = (name: string, query = '') =>
  client.upload(`/api/v1/plans/import?mechanismId=${MECHANISM}${query}`, {
    field: 'file',
    name,
    content: readFileSync(new URL(name, FIXTURES)),
  });

/** The plan made of a file: each item as "above > code title", in the order of the plan. */
async function taken(name: string, query = ''): Promise<{ lines: string[]; items: Item[] }> {
  const answer = await bring(name, query);
  expect([name, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([name, 200, '']);
  const { plan } = answer.json<{ plan: { id: string } }>();
  const { items } = (await client.api('GET', `/plans/${plan.id}/items`)).json<{ items: Item[] }>();
  const nameOf = (item: Item) => `${item.code} ${Object.values(item.title.texts)[0]}`.trim();
  const byId = new Map(items.map((item) => [item.id, item]));
  const lines = items.map((item) => {
    const above = item.parentId && byId.get(item.parentId);
    return above ? `${above.code || nameOf(above)} > ${nameOf(item)}` : nameOf(item);
  });
  return { lines, items };
}

/** What the API says of a file it does not take; nothing of it may be there then. */
async function refused(name: string, query = ''): Promise<Record<string, string>> {
  const plans = () => test.get(UnitOfWork).read.count(Plan);
  const before = await plans();
  const answer = await bring(name, query);
  expect([name, answer.status]).toEqual([name, 422]);
  expect(await plans()).toBe(before);
  return answer.json<{ errors: Record<string, string> }>().errors;
}

describe('an awful spreadsheet', () => {
  it('01 with titles above its headings', async () => {
    const { lines, items } = await taken('01-titles-above.xlsx');
    expect(lines).toEqual(['1 Train border officials', '2 Share contact lists']);
    expect(items[0]).toMatchObject({
      owners: ['state:KEN', 'state:ETH'],
      objectives: ['11'],
      when: { precision: 'quarter', start: '2025-07-01', end: '2025-09-30' },
    });
    expect(items[1]).toMatchObject({ owners: ['secretariat'], objectives: ['9', '10'] });
  });

  it('02 with a column for each level, merged over what is below', async () => {
    const { lines } = await taken('02-merged-levels.xlsx');
    expect(lines).toEqual([
      'I. Protection',
      'I. Protection > Refer people at risk',
      'Refer people at risk > Workshop on referral',
      'Refer people at risk > Contact points',
      'I. Protection > Save lives',
      'Save lives > Search and rescue exercise',
      'II. Return',
      'II. Return > Reintegrate',
      'Reintegrate > Fund',
    ]);
  });

  it('03 whose codes are numbers, and text, and 1.10 is not 1.1', async () => {
    expect((await taken('03-codes-as-numbers.xlsx')).lines).toEqual([
      '1 One',
      '1 > 1.1 One one',
      '1 > 1.10 One ten',
      '2 Two',
      '2 > 2.1 Two one',
    ]);
  });

  it('04 that numbers 5a and 5b below 5', async () => {
    expect((await taken('04-letters.xlsx')).lines).toEqual([
      '5 Five',
      '5 > 5a Five a',
      '5 > 5b Five b',
      '6 Six',
      'II.3 Roman',
    ]);
  });

  it('05 with blank rows, a total and notes', async () => {
    expect((await taken('05-blank-rows-and-notes.xlsx')).lines).toEqual(['1 First', '2 Second']);
  });

  it('06 in Arabic, with Latin words in it', async () => {
    const { items } = await taken('06-arabic.xlsx', '&textLanguage=ar');
    expect(items[0]).toMatchObject({
      title: { original: 'ar', texts: { ar: 'تدريب الموظفين (IOM)' } },
      owners: ['state:MAR'],
    });
    expect(items[1]).toMatchObject({ owners: ['secretariat'], when: { precision: 'recurring' } });
  });

  it('07 in two languages, one of them missing', async () => {
    const { items } = await taken('07-two-languages.xlsx');
    expect(items.map(({ title }) => title)).toEqual([
      { original: 'en', texts: { en: 'Training', fr: 'Formation' } },
      { original: 'fr', texts: { fr: 'Échange de données' } },
    ]);
  });

  it('08 with one code twice: both stay, and the second is pointed out', async () => {
    const rows = (await bring('08-duplicate-codes.xlsx', '&dryRun=true')).json<{
      rows: { row: number; notices: { column: string; message: string }[] }[];
    }>().rows;
    expect(rows.flatMap(({ row, notices }) => notices.map(({ column }) => [row, column]))).toEqual([
      [3, 'code'],
    ]);
    expect((await taken('08-duplicate-codes.xlsx')).lines).toHaveLength(3);
  });

  it('09 without codes', async () => {
    expect((await taken('09-no-codes.xlsx')).lines).toEqual(['Hold a workshop', 'Write a note']);
  });

  it('10 whose headings say nothing: read with a guess that a person corrects', async () => {
    const dry = (await bring('10-no-title-column.xlsx', '&dryRun=true')).json<{
      readAs: { columns: string[] };
    }>();
    expect(dry.readAs.columns.filter((use) => use.startsWith('title.'))).toHaveLength(1);
    const columns = encodeURIComponent(JSON.stringify({ Bar: 'title.en', Foo: 'code' }));
    expect((await taken('10-no-title-column.xlsx', `&headerRow=1&columns=${columns}`)).lines).toContain(
      'x y',
    );
  });

  it('11 with nothing in it', async () => {
    expect(await refused('11-empty.xlsx')).toEqual({ file: 'The file has no rows with text.' });
  });

  it('12 with formulas: the value counts, and what looks like one is text', async () => {
    const { lines } = await taken('12-formulas.xlsx');
    expect(lines).toEqual(['1 Sum of all', '2 =HYPERLINK("http://example.org","click")']);
  });

  it('13 with a cover sheet and a hidden row, which is pointed out', async () => {
    expect((await taken('13-hidden-and-second-sheet.xlsx')).lines).toEqual(['1 Visible', '2 Hidden row']);
  });

  it('14 with dates of all kinds, none of them guessed', async () => {
    const { items } = await taken('14-dates-of-all-kinds.xlsx');
    const when = items.map(({ when: { precision, start, end, text } }) => [precision, start, end, text]);
    expect(when[1]).toEqual(['quarter', '2025-07-01', '2025-09-30', null]);
    expect(when[2]).toEqual(['range', '2023-01-01', '2027-12-31', null]);
    expect(when[3]![0]).toBe('open-ended');
    expect(when[4]).toEqual(['none', null, null, '12/03/2025']);
    expect(when[6]).toEqual(['recurring', null, null, 'yearly']);
    expect(when[7]).toEqual(['none', null, null, 'after the elections']);
    expect(when[8]).toEqual(['day', '2025-12-31', '2025-12-31', null]);
    expect(when[9]).toEqual(['day', '2025-06-30', '2025-06-30', null]);
    const chosen = await taken('14-dates-of-all-kinds.xlsx', '&dayOrder=day-first');
    expect(chosen.items[4]!.when).toMatchObject({ precision: 'day', start: '2025-03-12' });
  });

  it('15 with cells that mean nothing: each is named by row and column, and nothing is taken', async () => {
    const errors = await refused('15-wrong-cells.xlsx');
    expect(JSON.stringify(errors)).toContain('24');
    expect(Object.keys(errors).length).toBeGreaterThanOrEqual(2);
    const kept = await taken('15-wrong-cells.xlsx', '&skipProblems=true');
    expect(kept.lines).toEqual(['1 Good', '2 Bad', '3 Bad too']);
    expect(kept.items.map(({ objectives }) => objectives)).toEqual([['9(a)'], [], ['9']]);
  });

  it('16 whose rows name the code above, before it comes, or one that is nowhere', async () => {
    expect(JSON.stringify(await refused('16-parent-codes.xlsx'))).toContain('X');
  });

  it('17 with semicolons, from an older Windows', async () => {
    const { lines, items } = await taken('17-semicolons-windows.csv');
    expect(lines).toEqual(['1 Formation à la frontière', '2 Note; avec point-virgule']);
    expect(items.map(({ owners }) => owners)).toEqual([['state:SEN'], ['secretariat']]);
  });

  it('18 in UTF-16 with tabs', async () => {
    expect((await taken('18-utf16-tabs.csv')).lines).toEqual(['1 Training', '2 Exchange']);
  });

  it('19 with formulas to run on somebody else’s machine: text here, and neutralised when it leaves', async () => {
    const answer = await bring('19-injection.csv');
    const { plan } = answer.json<{ plan: { id: string } }>();
    const csv = (await client.get(`/plans/${plan.id}/export.csv`)).body;
    expect(csv).toContain('\'=HYPERLINK(""http://example.org"",""x"")');
    expect(csv).not.toMatch(/(^|[,;\n"])[=@]/);
  });

  it('20 with a column for the level, and money as people write it', async () => {
    const { lines, items } = await taken('20-level-column.xlsx');
    expect(lines).toEqual(['A Domain', 'A > A.1 Goal', 'A.1 > A.1.1 Action', 'A.1.1 > x Step', 'B Domain']);
    expect(items[1]!.funding).toMatchObject({ needed: '1250000.50', currency: 'EUR' });
  });

  it('21 with another table below', async () => {
    expect((await taken('21-another-table-below.xlsx')).lines).toEqual(['1 First', '2 Second']);
  });

  it('22 that is no spreadsheet', async () => {
    expect((await refused('22-not-a-plan.pdf')).file).toContain('XLSX, CSV or JSON');
  });

  it('23 that is text and calls itself a workbook', async () => {
    expect((await taken('23-renamed.xlsx')).lines).toEqual(['1 Text that calls itself a workbook']);
  });

  it('24 that unpacks to hundreds of megabytes', async () => {
    expect((await refused('24-bomb.xlsx')).file).toContain('unpacks');
  });

  it('of 50 MB is refused with what may be sent', async () => {
    const answer = await client.upload(`/api/v1/plans/import?mechanismId=${MECHANISM}`, {
      field: 'file',
      name: 'large.csv',
      content: Buffer.alloc(50_000_001, 'a'),
    });
    expect([answer.status, JSON.stringify(answer.json()).includes('25')]).toEqual([422, true]);
  });
});
