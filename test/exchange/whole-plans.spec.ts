import { readFileSync } from 'node:fs';
import { columnOf } from '../../src/exchange/cells/cells.js';
import { firstLook, likelyTitle } from '../../src/exchange/match/first-look.js';
import { levelOf } from '../../src/exchange/match/layout.js';
import { factsOf } from '../../src/exchange/preview/differences.js';
import { previewOf } from '../../src/exchange/preview/preview.js';
import { fileNotices } from '../../src/exchange/read/file-notices.js';
import { draftsOf } from '../../src/exchange/read/plan-drafts.js';
import { readPlanFile } from '../../src/exchange/read/read-plan-file.js';
import { fold } from '../../src/platform/i18n/fold.js';
import { columnName } from '../../src/platform/spreadsheets/spreadsheet.js';

/* Plans of three kinds go in whole: every text of the file is in the plan, or named as not taken. */

async function take(name: string, language: string) {
  const bytes = readFileSync(new URL(`../fixtures/plans/${name}`, import.meta.url));
  const content = await readPlanFile({ bytes });
  const layout = firstLook(content, language);
  const draft = draftsOf(content, layout, null);
  const context = { ...layout, language: 'en' as const };
  const preview = await previewOf({
    plan: null,
    items: [],
    draft,
    context,
    skipProblems: false,
    planDifferences: [],
    carriable: new Set(),
    removed: new Set(),
  });
  return { content, layout, draft, context, preview, notices: fileNotices(content, layout), name };
}
type Taken = Awaited<ReturnType<typeof take>>;

/** What is neither in the plan nor named. */
function lost({ content, layout, draft, context, preview, notices, name }: Taken): string[] {
  const said = [
    likelyTitle(content, layout, name),
    ...preview.work.added.flatMap(({ item }) => [
      item.code,
      item.title.texts[item.title.original]!,
      ...factsOf(item, context).map(({ text }) => text),
    ]),
    ...draft.drafts.flatMap(({ indicators }) => indicators),
    ...preview.outcomes.flatMap(({ kind, title }) => (kind === 'left-out' ? [title] : [])),
    ...notices.flatMap(({ message }) => Object.values(message.values ?? {}).map(String)),
  ].map(fold);
  const told = new Set(notices.map(({ column }) => column));
  const sheets = new Set(notices.map(({ message }) => message.values?.name));
  const isSaid = (text: string) =>
    text.split('\n').every((line) => said.some((one) => one.includes(fold(line.replace(/^\d\)\s*/, '')))));
  return content.sheets.flatMap(({ name: of, rows }, sheet) =>
    sheet !== layout.sheet && sheets.has(of)
      ? []
      : rows.flatMap(({ number, cells, across }) =>
          cells.flatMap((text, column) => {
            const use = layout.columns[column] ?? '';
            if (!text || isSaid(text)) return [];
            if (!across && told.has(columnName(column))) return [];
            if (number === layout.headerRow && use !== '') return [];
            // What is understood stands in the plan in the plan's own form.
            const understood = columnOf(use) && levelOf(use) === null && number > layout.headerRow;
            const made = preview.outcomes.some(
              ({ row, made: item, problems }) => row === number && item && problems.length === 0,
            );
            return understood && made && !/^(?:title|description|deliverables|notes)/.test(use)
              ? []
              : [`${number}${columnName(column)} ${text}`];
          }),
        ),
  );
}

const outline = ({ preview }: Taken) =>
  preview.outcomes
    .filter(({ kind }) => kind !== 'left-out')
    .map(({ level, code, title }) => `${'  '.repeat(level - 1)}${[code, title].filter(Boolean).join(' ')}`);
const itemOf = ({ preview }: Taken, code: string) =>
  preview.work.added.find(({ item }) => item.code === code)!.item;
const problems = ({ preview }: Taken) => preview.outcomes.flatMap(({ problems: list }) => list);

it('a plan of action of three levels with heading rows', async () => {
  const taken = await take('three-levels.xlsx', 'en');
  expect(problems(taken)).toEqual([]);
  expect(outline(taken)).toEqual([
    'Priority Area 1: Migration governance',
    '  Objective 1.1: Member States have coherent policies',
    '    1.1.1 Support national migration policies in line with the continental framework',
    '    1.1.2 Train officials in drafting',
    '  Objective 1.2: Data guide decisions',
    '    1.2.1 Set up a network of migration observatories',
    'Priority Area 2: Labour migration and education',
    '  Objective 2.1: Skills are recognized',
    '    2.1.1 Agree on mutual recognition of qualifications',
  ]);
  expect(taken.draft.levelNames.slice(0, 2)).toEqual(['Priority Area', 'Objective']);
  expect(itemOf(taken, '1.1.1')).toMatchObject({
    owners: [{ kind: 'all-members' }],
    objectives: [{ objective: 1 }, { objective: 2 }],
    deliverables: { texts: { en: 'Twelve policies reviewed' } },
    notes: { texts: { en: 'Builds on the first plan' } },
    funding: { currency: 'USD', needed: '400000' },
  });
  expect(taken.draft.drafts[2]!.indicators).toEqual([
    'Number of policies adopted',
    'Share of policies with a budget',
  ]);
  expect(taken.notices.map(({ column, message }) => `${column} ${message.key}`)).toEqual([
    'I exchange.notice.columnUnused',
    'null exchange.notice.aboveTable',
    'null exchange.notice.otherSheet',
  ]);
  expect(lost(taken)).toEqual([]);
});

it('a plan in Russian, in the characters of an older program', async () => {
  const taken = await take('russian.csv', 'ru');
  expect(problems(taken)).toEqual([]);
  expect(outline(taken)).toEqual([
    'Раздел I. Управление границами',
    '  1.1 Обучить сотрудников пограничной службы',
    '  1.2 Обмениваться сведениями о документах',
    'Раздел II. Трудовая миграция',
    '  2.1 Признавать квалификации',
    '  2.2 Информировать работников до отъезда',
  ]);
  expect(itemOf(taken, '1.1')).toMatchObject({
    title: { original: 'ru' },
    owners: [{ subject: 'KAZ' }, { subject: 'TJK' }],
    objectives: [{ objective: 4 }, { objective: 11 }],
    status: 'planned',
    when: { precision: 'quarter', start: '2026-04-01' },
    deliverables: { texts: { ru: 'Два учебных курса' } },
    notes: { texts: { ru: 'При наличии средств' } },
  });
  expect(itemOf(taken, '1.2')).toMatchObject({ owners: [{ kind: 'all-members' }], status: 'ongoing' });
  expect(itemOf(taken, '2.2')).toMatchObject({ owners: [{ subject: 'KGZ' }, { subject: 'RUS' }] });
  expect(taken.notices.map(({ message }) => message.key)).toEqual(['exchange.notice.characters']);
  expect(lost(taken)).toEqual([]);
});

it('a list of pledges with objectives by title', async () => {
  const taken = await take('pledges.xlsx', 'es');
  expect(problems(taken)).toEqual([]);
  expect(taken.notices).toEqual([]);
  const said = ['1', '2', '3', '4'].map((code) => itemOf(taken, code));
  expect(said.map(({ owners }) => owners.map(({ kind, subject }) => subject ?? kind))).toEqual([
    ['USA'],
    ['MEX', 'GTM'],
    ['DOM'],
    ['all-members'],
  ]);
  expect(said.map(({ objectives }) => objectives.map(({ objective }) => objective))).toEqual([
    [5],
    [7, 15],
    [1, 3],
    Array.from({ length: 23 }, (_, index) => index + 1),
  ]);
  expect(said.map(({ principles }) => principles.length)).toEqual([1, 2, 0, 10]);
  expect(taken.draft.drafts[1]!.indicators).toEqual(['Niñas y niños atendidos', 'Días de espera']);
  expect(lost(taken)).toEqual([]);
});
