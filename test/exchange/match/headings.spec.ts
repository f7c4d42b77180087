import { guessLayout } from '../../../src/exchange/match/guess-layout.js';
import { matchHeading } from '../../../src/exchange/match/heading-match.js';
import { fileNotices } from '../../../src/exchange/read/file-notices.js';
import { draftsOf } from '../../../src/exchange/read/plan-drafts.js';
import type { Sheet } from '../../../src/platform/spreadsheets/spreadsheet.js';

const sheetOf = (...lines: string[]): Sheet => ({
  name: 'Plan',
  hidden: false,
  rows: lines.map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map((cell) => cell.trim()),
  })),
});

function look(...lines: string[]) {
  const sheet = sheetOf(...lines);
  const content = { sheets: [sheet], facts: null, items: null };
  const layout = guessLayout(content.sheets, 'en');
  return {
    layout,
    notices: fileNotices(content, layout).map(
      ({ column, message }) => `${column ?? 'file'} ${message.key.replace('exchange.notice.', '')}`,
    ),
    ...draftsOf(content, layout, null),
  };
}

describe('a heading is known', () => {
  it.each([
    ['SN', 'code'],
    ['N.º', 'code'],
    ['№ п/п', 'code'],
    ['N° d’ordre', 'code'],
    ['Sr. No.', 'code'],
    ['رقم البند', 'code'],
    ['GCM Targeted Objectives', 'objectives'],
    ['Objetivo PMM', 'objectives'],
    ['Цели ГДМ', 'objectives'],
    ['Objectifs du PMM visés', 'objectives'],
    ['Objetivos do Pacto Global', 'objectives'],
    ['أهداف الاتفاق العالمي المستهدفة', 'objectives'],
    ['Мероприятие', 'title'],
    ['Наименование мероприятия', 'title'],
    ['Atividade', 'title'],
    ['Activité prévue', 'title'],
    ['Срок исполнения', 'when'],
    ['Prazo', 'when'],
    ['Plazo de ejecución', 'when'],
    ['Ответственные исполнители', 'owners'],
    ['Entidade responsável', 'owners'],
    ['Institución responsable', 'owners'],
    ['Источник финансирования', 'partners'],
    ['Situação', 'status'],
    ['Ход выполнения', 'status'],
    ['Orçamento (EUR)', 'needed'],
  ])('%s', (heading, use) => {
    expect(matchHeading(heading)?.use).toBe(use);
  });
});

it('a column of which nothing is taken is told, first what looks important', () => {
  const { notices } = look(
    'No | Activity | Colour | Risk level | Means of verification | Second lead agency | Lead agency |',
    '1 | Train | red | High | Survey | IOM | Kenya | loose',
    '2 | Hire | blue | Low | Count | ILO | Uganda |',
  );
  expect(notices).toEqual([
    'E columnImportant',
    'F columnImportant',
    'C columnUnused',
    'D columnUnused',
    'H columnBare',
  ]);
});

describe('a row of headings that says nothing known', () => {
  it.each([
    ['above figures', 'Alpha | Beta gamma', '1 | Train border officials', '2 | Hire interpreters'],
    [
      'above long texts',
      'Foo | Bar',
      'Kenya | Train border officials in both countries',
      'Uganda | Hire twenty interpreters',
    ],
    ['above dates', 'Was | Wann wirklich', 'Schulung | 2025-03-01', 'Treffen | 2025-04-01'],
    ['in a language not known', 'Tevékenység | Határidő', 'Képzés | 2025', 'Találkozó | 2026'],
  ])('%s is asked about, and is no item', (_, ...lines) => {
    const { layout, notices, drafts } = look(...lines);
    expect(layout.headerRow).toBe(1);
    expect(notices).toContain('file headingsUnknown');
    expect(drafts).toHaveLength(2);
  });

  it('is told when it is taken as an item, because it looks like one', () => {
    const { layout, notices, drafts } = look('x | y', 'z | w');
    expect(layout.headerRow).toBe(0);
    expect(notices).toContain('file noHeadings');
    expect(drafts).toHaveLength(2);
  });
});

it('the numbers of the columns below the headings are no item', () => {
  const { drafts, leftOut } = look(
    '№ п/п | Мероприятие | Срок | Исполнители',
    '1 | 2 | 3 | 4',
    '1 | Обучение сотрудников | 2026 год | Казахстан',
  );
  expect(drafts.map(({ title }) => title)).toEqual(['Обучение сотрудников']);
  expect(leftOut).toMatchObject([{ row: 2, reason: { key: 'exchange.left.numbering' } }]);
});

it('headings that stand below a common one say what their columns hold', () => {
  const sheet = sheetOf(
    'No | Activity | Dates | Dates',
    'No | Activity | Start | End',
    '1 | Train | 2025 | 2026',
  );
  Object.assign(sheet.rows[0]!, { across: [[2, 3]] });
  Object.assign(sheet.rows[1]!, { down: [0, 1] });
  const layout = guessLayout([sheet], 'en');
  expect([layout.headerRow, ...layout.columns]).toEqual([2, 'code', 'title.en', 'start', 'end']);
});
