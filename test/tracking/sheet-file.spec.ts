import fc from 'fast-check';
import { columnOf } from '../../src/exchange/cells/cells.js';
import { statusCell } from '../../src/exchange/cells/text-cells.js';
import { withAnswers } from '../../src/exchange/cells/corrections.js';
import { previewOf } from '../../src/exchange/preview/preview.js';
import type { PlanContent } from '../../src/exchange/read/plan-content.js';
import { readPlanFile } from '../../src/exchange/read/read-plan-file.js';
import { sheetDrafts } from '../../src/exchange/sheet-file/sheet-drafts.js';
import { sheetLayout } from '../../src/exchange/sheet-file/sheet-layout.js';
import { sheetNotices } from '../../src/exchange/sheet-file/sheet-notices.js';
import type { ItemInput } from '../../src/plans/items/item.dto.js';
import { columnsOf, inputOf } from '../../src/plans/items/item-record.js';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ITEM_STATUSES } from '../../src/plans/plan/vocabulary.js';
import { csvOf } from '../../src/platform/spreadsheets/csv-text.js';
import { LANGUAGES, translator } from '../../src/platform/i18n/i18n.js';
import { NO_REPORTS } from '../../src/progress/access/item-reports.js';
import { fileColumns, titleLanguages } from '../../src/tracking/file/file-columns.js';
import { sheetWorkbook } from '../../src/tracking/file/sheet-workbook.js';
import { filterWords } from '../../src/tracking/sheet-words.js';
import { SHEET_COLUMNS, type SheetColumn, SheetQuery } from '../../src/tracking/sheet.dto.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { anyTree, itemsOf } from '../support/any-plan.js';

const PLAN = '0198a0b0-0000-7000-8000-000000000001';

interface Given {
  items: PlanItem[];
  columns?: readonly SheetColumn[];
  language?: string;
}

/** The sheet as a file that was read again. */
async function fileOf({ items, columns = SHEET_COLUMNS, language = 'en' }: Given): Promise<PlanContent> {
  const bytes = await sheetWorkbook({
    planId: PLAN,
    language: language as 'en',
    name: 'Plan',
    above: ['Khartoum Process – A plan', '30 November 2026', 'Filter: Status: Planned'],
    columns: fileColumns({ columns, items, t: translator(language), language }),
    lines: items.map((item) => ({ item, reports: NO_REPORTS, depth: item.parentId ? 1 : 0 })),
    isTree: true,
    idHeading: 'ID',
  });
  return readPlanFile({ bytes });
}

/** What the file would do to the items as they are now. */
async function broughtBack(
  content: PlanContent,
  items: readonly PlanItem[],
  more: Partial<{ plan: Plan; answers: object }> = {},
) {
  const layout = {
    ...sheetLayout(content.tracked!),
    ...(more.answers && { corrections: more.answers as never }),
  };
  const draft = sheetDrafts(content.sheets[0]!, content.tracked!, layout, items);
  const plan = more.plan ?? ({ id: PLAN, state: 'draft', amendmentId: null } as Plan);
  const preview = await previewOf({
    ...{ plan, items, draft, planDifferences: [], carriable: new Set<string>(), removed: new Set<string>() },
    ...{ context: { ...layout, language: 'en' }, skipProblems: layout.skipProblems },
  });
  return { preview, notices: sheetNotices(content.sheets[0]!, content.tracked!, layout, draft, items) };
}

/** Rows of items, and the cell of one of them, to be written into. */
const rowsIn = ({ sheets, tracked }: PlanContent) =>
  sheets[0]!.rows.filter(({ number }) => number > tracked!.headerRow);
function write(content: PlanContent, row: number, key: string, text: string) {
  rowsIn(content)[row]!.cells[content.tracked!.keys.indexOf(key)] = text;
}

const subset = fc.subarray([...SHEET_COLUMNS]);
const some = fc.infiniteStream(fc.boolean());

describe('a sheet that leaves as a file, whatever the plan, the filter and the columns,', () => {
  it('changes nothing when it comes back as it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTree,
        subset,
        fc.constantFrom(...LANGUAGES),
        some,
        async (tree, columns, language, picks) => {
          const items = itemsOf(tree);
          const shown = items.filter(() => picks.next().value);
          const content = await fileOf({ items: shown, columns, language });
          const { preview } = await broughtBack(content, items);
          expect(
            preview.outcomes.map(({ kind, differences, problems, notices }) => ({
              kind,
              differences,
              problems,
              notices,
            })),
          ).toEqual(shown.map(() => ({ kind: 'same', differences: [], problems: [], notices: [] })));
          expect([
            preview.work.added,
            preview.work.changed,
            [...preview.work.moved],
            preview.missing,
          ]).toEqual([[], [], [], []]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('changes exactly the one cell that was changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, anyTree, fc.nat(), fc.nat(), async (tree, others, pick, other) => {
        const items = itemsOf(tree);
        const content = await fileOf({ items });
        const keys = content.tracked!.keys.filter((key) => columnOf(key));
        const key = keys[pick % keys.length]!;
        const row = pick % items.length;
        const donor = inputOf(itemsOf(others)[other % others.length]!);
        const column = columnOf(key)!;
        const context = {
          language: 'en',
          textLanguage: 'en',
          dayOrder: null,
          unknownOwner: 'partner',
        } as const;
        const text = column.format(donor, context).trim();
        write(content, row, key, text);
        const { preview } = await broughtBack(content, items);
        const read = column.parse(text, context);
        const before = inputOf(items[row]!);
        const expected = 'set' in read ? read.set(before) : before;
        const isChange = column.format(expected, context) !== column.format(before, context);
        const isRefused = text === '' && key.startsWith('title.') && before.title.original === key.slice(6);
        expect(preview.work.changed.map(({ before: { id }, item }) => [id, item])).toEqual(
          isChange && !isRefused ? [[items[row]!.id, expected]] : [],
        );
      }),
      { numRuns: 12 },
    );
  });
});

const blank = (fields: Partial<ItemInput>): ItemInput => ({
  ...{
    code: '',
    title: { original: 'en', texts: { en: 'One' } },
    description: null,
    deliverables: null,
    notes: null,
  },
  ...{ kind: null, status: null, owners: [], objectives: [], principles: [], references: [], funding: null },
  ...{
    when: { precision: 'none', start: null, end: null, text: null },
    crossCutting: false,
    institutional: false,
  },
  ...fields,
});
const changedTo = (item: PlanItem, fields: Partial<ItemInput>): PlanItem =>
  Object.assign({ ...item }, columnsOf({ ...inputOf(item), ...fields }), { version: 2 });

/** Two with the same code and title, and one without a code below another. */
const three = () =>
  itemsOf([
    [
      blank({
        code: '1',
        status: 'planned',
        when: { precision: 'day', start: '2027-03-12', end: '2027-03-12', text: null },
      }),
      null,
    ],
    [blank({ code: '1', status: 'planned' }), 0],
    [blank({ title: { original: 'fr', texts: { fr: 'Deux', en: 'Two' } } }), 0],
  ] as [ItemInput, number | null][]);

describe('a changed file', () => {
  const said = async (content: PlanContent, items: PlanItem[], more = {}) => {
    const { preview } = await broughtBack(content, items, more);
    return preview.work.changed.map(
      ({ before, item }) => [items.findIndex(({ id }) => id === before.id), item] as const,
    );
  };

  it.each([
    ['an item with the code and title of another', 1, 'status', 'Completed', { status: 'completed' }],
    ['a row whose item above is not in the file', 2, 'status', 'in progress', { status: 'ongoing' }],
    ['a status that is emptied', 0, 'status', '', { status: null }],
    [
      'an owner by name',
      1,
      'owners',
      'Kenya; Frontier Institute',
      {
        owners: [
          { kind: 'state', subject: 'KEN' },
          { kind: 'partner', subject: 'Frontier Institute' },
        ],
      },
    ],
    [
      'a day',
      0,
      'when',
      '2028-01-31',
      { when: { precision: 'day', start: '2028-01-31', end: '2028-01-31', text: null } },
    ],
    [
      'a title beside the one in another language',
      2,
      'title.en',
      'Two and more',
      { title: { original: 'fr', texts: { fr: 'Deux', en: 'Two and more' } } },
    ],
  ])('changes %s', async (_what, row, key, text, fields) => {
    const items = three();
    const content = await fileOf({ items });
    write(content, row, key, text);
    const [[index, item] = [], ...rest] = await said(content, items);
    expect([index, rest]).toEqual([row, []]);
    expect(item).toEqual({ ...inputOf(items[row]!), ...fields });
  });

  it('that has one column a hundred times is read by the first of them', async () => {
    const items = three();
    const content = await fileOf({ items });
    const { keys } = content.tracked!;
    write(content, 1, 'status', 'Completed');
    for (let one = 0; one < 100; one += 1) keys.push('status');
    for (const { cells } of rowsIn(content)) cells[keys.length - 1] = 'Postponed';
    expect(await said(content, items)).toEqual([[1, { ...inputOf(items[1]!), status: 'completed' }]]);
  });

  it('leaves what was changed in the plan alone where the file did not change it', async () => {
    const items = three();
    const content = await fileOf({ items });
    write(content, 1, 'status', 'Completed');
    const now = [
      items[0]!,
      changedTo(items[1]!, { code: '9' }),
      changedTo(items[2]!, { status: 'postponed' }),
    ];
    expect(await said(content, now)).toEqual([[1, { ...inputOf(now[1]!), status: 'completed' }]]);
  });

  it('asks about a cell that was changed in both, and takes what is chosen', async () => {
    const items = three();
    const content = await fileOf({ items });
    write(content, 1, 'status', 'Completed');
    const now = [items[0]!, changedTo(items[1]!, { status: 'postponed' }), items[2]!];
    const { preview } = await broughtBack(content, now);
    const [asked] = preview.outcomes[1]!.notices;
    expect([preview.work.changed, asked]).toMatchObject([
      [],
      {
        use: 'status',
        asked: { text: 'Completed', offers: ['Postponed'] },
        message: { values: { text: 'Postponed' } },
      },
    ]);
    const answer = (becomes: string) => ({
      answers: withAnswers({}, [{ use: 'status', key: asked!.asked!.key, becomes }]),
    });
    expect(await said(content, now, answer('Completed'))).toMatchObject([[1, { status: 'completed' }]]);
    expect(await said(content, now, answer('Postponed'))).toEqual([]);
    // Two who wrote the same are of one mind.
    expect(
      await said(content, [items[0]!, changedTo(items[1]!, { status: 'completed' }), items[2]!]),
    ).toEqual([]);
  });

  it('changes the status of an adopted plan, and says that its text asks for an amendment', async () => {
    const items = three();
    const content = await fileOf({ items });
    write(content, 0, 'status', 'Ongoing');
    write(content, 0, 'when', '2029');
    const plan = { id: PLAN, state: 'adopted', amendmentId: null } as Plan;
    const { preview } = await broughtBack(content, items, { plan });
    expect(preview.work.changed.map(({ item }) => item)).toEqual([
      { ...inputOf(items[0]!), status: 'ongoing' },
    ]);
    expect(preview.outcomes[0]!.notices).toMatchObject([
      { use: 'when', message: { key: 'error.amendmentNeeded' } },
    ]);
  });

  it('says what is not taken: copied and new rows, items that are gone, what is worked out, other columns', async () => {
    const items = three();
    const content = await fileOf({ items });
    const rows = content.sheets[0]!.rows;
    const last = rows.at(-1)!;
    const id = content.tracked!.keys.indexOf('id');
    rows.push(
      { ...rows.at(-2)!, number: last.number + 1 },
      { number: last.number + 2, cells: ['7', 'A new one'] },
    );
    rows.at(-1)!.cells[id + 2] = 'my remark';
    const { preview, notices } = await broughtBack(content, [items[0]!, items[1]!]);
    expect(preview.outcomes.map(({ kind, reason }) => reason?.key ?? kind)).toEqual([
      ...['same', 'same', 'exchange.left.itemGone', 'exchange.left.rowTwice', 'exchange.left.newRow'],
    ]);
    expect(notices.map(({ message }) => message.key)).toEqual([
      'exchange.notice.workedOut',
      'exchange.notice.columnBare',
    ]);
    expect(
      (await broughtBack(await fileOf({ items: items.slice(0, 1) }), items)).notices[0]!.message,
    ).toMatchObject({
      key: 'exchange.notice.notInSheet',
      values: { count: 2 },
    });
  });
});

it.each(LANGUAGES)('writes statuses as the pages have them, and reads them: %s', (language) => {
  const t = translator(language);
  const context = { language, textLanguage: 'en', dayOrder: null, unknownOwner: 'partner' } as const;
  expect(ITEM_STATUSES.map((status) => statusCell.format(blank({ status }), context))).toEqual(
    ITEM_STATUSES.map((status) => t(`itemStatus.${status}`)),
  );
});

it.each([
  ['en', ['en'], [{ en: 'One' }, { en: 'Two', fr: 'Deux' }]],
  ['fr', ['en', 'fr'], [{ en: 'One' }, { en: 'Two', fr: 'Deux' }]],
  [
    'fr',
    ['fr'],
    [
      { en: 'One', fr: 'Un' },
      { en: 'Two', fr: 'Deux' },
    ],
  ],
  ['ar', ['en'], [{ en: 'One' }]],
])('has a title for every row, the fullest language first: %s → %j', (language, expected, texts) => {
  expect(
    titleLanguages(
      texts.map((one) => ({ title: { original: 'en', texts: one as Record<string, string> } })),
      language,
    ),
  ).toEqual(expected);
});

it.each([
  ['', 'en', ''],
  [
    'status=planned,none&owner=state:KEN&dueFrom=2027-01-01&sort=when&desc=on',
    'en',
    'Status: Planned or Not stated; Owner: Kenya; Date on or after: 1 January 2027; Sort by: Date; In reverse order',
  ],
  ['reported=before&reportedDay=2026-06-01&objective=0&undated=on', 'fr', 'Objectif\u00a0: Aucun objectif; '],
  [
    'owner=state:XXX&reported=never&waiting=on',
    'en',
    'Owner: state:XXX; Last reported: Never; With reports to accept',
  ],
])('says its filter in words: %s', (address, language, expected) => {
  const query = readInput(SheetQuery, Object.fromEntries(new URLSearchParams(address)));
  const text = filterWords(query, translator(language), language).join('; ');
  if (language === 'fr') expect(text).toContain('1er juin 2026');
  else expect(text).toBe(expected);
});

it('is known again where a spreadsheet program saved it as CSV, with its rows sorted and a column put in', async () => {
  const items = three();
  const book = await fileOf({ items });
  const rows = [...book.sheets[0]!.rows.slice(0, 5), ...rowsIn(book).reverse()].map(({ cells, shown }) => [
    'Who asked',
    ...cells.map((text, column) => shown?.[column] ?? text),
  ]);
  const content = await readPlanFile({ bytes: Buffer.from(csvOf(rows)) });
  const { preview } = await broughtBack(content, items);
  expect(preview.outcomes.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
});
