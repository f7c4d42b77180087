import { utils, type WorkSheet, write } from '@e965/xlsx';
import { parseAmount } from '../../src/exchange/cells/amount-text.js';
import { parseWhen } from '../../src/exchange/cells/when-text.js';
import { firstLook, likelyTitle } from '../../src/exchange/match/first-look.js';
import { factsOf } from '../../src/exchange/preview/differences.js';
import { previewOf } from '../../src/exchange/preview/preview.js';
import { fileNotices } from '../../src/exchange/read/file-notices.js';
import { draftsOf } from '../../src/exchange/read/plan-drafts.js';
import { readPlanFile } from '../../src/exchange/read/read-plan-file.js';

/* Files as secretariats have them: merged, annotated, added up, and gone on with in the row below. */

interface Taken {
  title: string;
  columns: string;
  rows: string[];
  notices: string[];
}

function workbook(rows: unknown[][], merged: string[], more?: (sheet: WorkSheet) => void): Buffer {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merged.map((range) => utils.decode_range(range));
  more?.(sheet);
  const book = { SheetNames: ['Plan'], Sheets: { Plan: sheet } };
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
}

async function take(bytes: Buffer, language: string): Promise<Taken> {
  const content = await readPlanFile({ bytes });
  const layout = firstLook(content, language);
  const context = { ...layout, language: 'en' as const };
  const preview = await previewOf({
    plan: null,
    items: [],
    draft: draftsOf(content, layout, null),
    context,
    skipProblems: true,
    planDifferences: [],
    carriable: new Set(),
    removed: new Set(),
  });
  return {
    title: likelyTitle(content, layout, 'file'),
    columns: layout.columns.join(' '),
    rows: preview.outcomes.map(({ level, kind, code, title, made, problems, notices }) => {
      const facts = made ? factsOf(made, context).map(({ use, text }) => `${use}=${text}`) : [];
      const said = [...problems, ...notices].map(({ message }) => message.key.replace('exchange.', ''));
      return [`${level} ${kind} ${[code, title].filter(Boolean).join(' ')}`, ...facts, ...said].join(' | ');
    }),
    notices: fileNotices(content, layout).map(({ message }) =>
      [message.key.replace('exchange.notice.', ''), ...Object.values(message.values ?? {})].join(' '),
    ),
  };
}

it('pledges under two rows of headings keep both ends of their period', async () => {
  const rows = [
    ['Engagements au titre du Pacte', '', '', '', '', 'Version 3'],
    ['N°', 'Engagement', 'Calendrier', '', 'Responsable', 'Objectifs du PMM'],
    ['', '', 'Début', 'Fin', '', ''],
    [1, 'Créer un guichet unique', '2025', '2027', 'Tous les Etats', '5 et 6'],
    [2, 'Former les agents', '2026', '', 'SADC Secretariat; Member States', '23'],
    ['', 'Total', '', '', '', ''],
    ['Fait à Tunis, le 3 mai 2026'],
  ];
  const read = {
    title: 'Engagements au titre du Pacte',
    columns: 'code title.fr start end owners objectives',
    rows: [
      '1 new 1 Créer un guichet unique | when=2025–2027 | owners=Each member State | objectives=5; 6',
      '1 new 2 Former les agents | when=2026 | owners=Each member State | objectives=23 | problem.owner',
      '1 left-out Total',
      '1 left-out Fait à Tunis, le 3 mai 2026',
    ],
    notices: ['aboveTable 1 Version 3'],
  };
  expect(await take(workbook(rows, ['C2:D2']), 'fr')).toEqual(read);
  const csv = rows.map((cells) => cells.join('\t')).join('\n');
  expect(await take(Buffer.from(csv), 'fr')).toEqual(read);
});

it('a merged heading with a sum beside it is a heading, and no code, date or State', async () => {
  const rows = [
    ['No.', 'Actividad', 'Objetivo PMM', 'Responsable', 'Plazo', 'Presupuesto'],
    ['Objetivo 7: Abordar y reducir las vulnerabilidades en la migración', '', '', '', '', 250000],
    ['1.1', 'Protocolo regional', 'Obj. 7 y 12', 'EE. UU. y México', '2026', 'US$ 25.000,00'],
    ['Abreviaturas', 'TAF: Tegucigalpa'],
  ];
  expect((await take(workbook(rows, ['A2:E2']), 'es')).rows).toEqual([
    '1 new Objetivo 7: Abordar y reducir las vulnerabilidades en la migración | needed=250000',
    '2 new 1.1 Protocolo regional | when=2026 | owners=United States of America; Mexico | objectives=7; 12 | currency=USD | needed=25000.00',
    '1 left-out Abreviaturas · TAF: Tegucigalpa',
  ]);
});

it('what goes on in the rows below belongs to the activity above, with what is to be said of it', async () => {
  const rows = [
    ['No', 'Activity', 'Deliverables', 'Partners', 'SDG', 'Budget'],
    ['1', 'Train officials', 'Course', 'IOM', '8.8', 100],
    ['', '', 'Manual of training', '', '', ''],
    ['', '', '', 'N/A', 17.1, 50],
  ];
  const hidden = (sheet: WorkSheet) => void (sheet['!rows'] = [{}, {}, { hidden: true }]);
  const { rows: read } = await take(workbook(rows, [], hidden), 'en');
  expect(read).toHaveLength(1);
  expect(read[0]).toContain('deliverables.en=Course\nManual of training');
  expect(read[0]).not.toContain('needed=');
  for (const said of ['notice.hiddenRow', 'notice.zeroLost', 'error.amount']) expect(read[0]).toContain(said);
});

it('comments, lines around the table and rows without a title are named', async () => {
  const rows = [
    ['RCM', '', 'confidential'],
    ['Regional Plan'],
    ['Pillar', 'Activity', 'Responsible', 'Code'],
    ['Data', 'Count', 'Kenya', 'x1'],
    ['', '', '', 'x9'],
    [],
    ['Contact: x@y.org'],
  ];
  const commented = (sheet: WorkSheet) =>
    Object.assign(sheet.B4 as object, { c: [{ a: 'Jo', t: 'Please check with Zambia' }] });
  const read = await take(workbook(rows, [], commented), 'en');
  expect(read.notices).toEqual([
    'aboveTable 1 RCM',
    'aboveTable 2 Regional Plan',
    'cellComment B4 Please check with Zambia',
  ]);
  expect(read.rows.filter((row) => row.includes('left-out'))).toEqual([
    '1 left-out x9',
    '1 left-out Contact: x@y.org',
  ]);
});

it('a State alone above its pledges is a heading, however short, and no part of the pledge before', async () => {
  const rows = [
    ['Country', 'Pledge', 'GCM Objective', 'Deadline'],
    ['Burkina Faso', '', '', ''],
    ['', 'Reform the law', '3', '2027'],
    ['Mali', '', '', ''],
    ['', 'Open a centre', '5', '2026'],
    ['', 'Budget total', '', ''],
  ];
  expect((await take(workbook(rows, []), 'en')).rows).toEqual([
    '1 new Burkina Faso',
    '2 new Reform the law | when=2027 | objectives=3',
    '1 new Mali',
    '2 new Open a centre | when=2026 | objectives=5',
    '1 left-out Budget total',
  ]);
});

it.each([
  ['JVAP', 'Domain 2', 'references=jvap:2'],
  ['JVAP', '2.1 and 3.2', 'references=jvap:2.1; jvap:3.2'],
  ['JVAP', 'Domain 3: Protection, asylum', 'references=jvap:3 | notice.codeWords'],
  ['JVAP', '7', 'references=jvap:7 | notice.jvapUnknown'],
  ['SDG', 'Target 10.7, 10.c', 'references=sdg:10.7; sdg:10.c'],
  ['SDG', 'SDG 8 – Decent work', 'references=sdg:8 | notice.codeWords'],
  ['Partners', 'UNHCR & IOM', 'owners=Partner: UNHCR; Partner: IOM'],
  ['Partners', 'Search & Rescue', 'owners=Partner: Search & Rescue'],
  ['Partners', 'N.A.', 'notice.saysNothing'],
  ['Responsible', 'المغرب وتونس ومصر', 'owners=Morocco; Tunisia; Egypt'],
  ['Responsible', 'تونس وزارة الداخلية', 'problem.owner'],
  ['SDG', 'n/a', 'notice.saysNothing'],
  ['Responsible', 'TBD', 'notice.saysNothing'],
  ['Responsible', 'لا ينطبق', 'notice.saysNothing'],
  ['Partners', 'Sans objet', 'notice.saysNothing'],
  ['Status', 'Pendiente', 'status=Planned'],
  ['Status', 'Pending', 'status=Planned'],
  ['Status', 'n/a', 'notice.saysNothing'],
  ['Status', 'Retrasado', 'problem.status'],
  ['Status', 'Delayed', 'problem.status'],
  ['GCM objectives', 'none', 'notice.saysNothing'],
  ['GCM objectives', 'Objective 2 (minimize drivers)', 'objectives=2 | notice.provisionWords'],
  ['GCM objectives', '٩(أ)', 'objectives=9(a)'],
])('%s "%s" makes nothing that nobody meant', async (heading, text, expected) => {
  const cells = [
    ['Code', 'Activity', heading],
    ['1', 'Some activity', text],
    ['2', 'Another', heading === 'GCM objectives' ? '5' : ''],
  ];
  const { rows } = await take(workbook(cells, []), 'en');
  expect(rows[0]).toBe(`1 new 1 Some activity | ${expected}`);
});

it.each(['1447', '2569', '15/3/1447', '1447-49', '1447-1449', 'by 2569'])(
  'the year of another calendar, %s, stays in words',
  (text) => {
    expect(parseWhen(text)).toMatchObject({ when: { start: null, text }, notice: 'not-understood' });
  },
);

it.each([
  ['100\n50', null],
  ['2025 2026', null],
  ['1 250 000,50', '1250000.50'],
  ['١٬٢٥٠٬٠٠٠٫٥٠', '1250000.50'],
  ['1.2 million', '1200000'],
])('the amount %j is %j', (text, amount) => {
  expect(parseAmount(text)?.amount ?? null).toBe(amount);
});
