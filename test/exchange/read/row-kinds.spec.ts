import { guessLayout } from '../../../src/exchange/match/guess-layout.js';
import type { RowLevels } from '../../../src/exchange/match/layout.js';
import { draftsOf } from '../../../src/exchange/read/plan-drafts.js';
import { levelWord } from '../../../src/exchange/read/row-kinds.js';
import type { Sheet } from '../../../src/platform/spreadsheets/spreadsheet.js';

/** `=` merges a row's text over the whole width, `*` makes it bold, `#` fills it. */
function sheetOf(lines: readonly string[]): Sheet {
  const width = lines[0]!.split('|').length;
  const rows = lines.map((line, index) => {
    const [, marks = '', text = ''] = /^([=*#]*)(.*)$/s.exec(line)!;
    const look = [marks.includes('*') && 'bold', marks.includes('#') && 'FFCC00'].filter(Boolean).join('-');
    const merged = marks.includes('=');
    const cells = merged
      ? Array.from({ length: width }, () => text)
      : text.split('|').map((cell) => cell.trim());
    return {
      number: index + 1,
      cells,
      ...(look && { look }),
      ...(merged && { across: [[0, width - 1]] as [number, number][] }),
    };
  });
  return { name: 'Plan', hidden: false, rows };
}

function outline(lines: readonly string[], rowLevels: RowLevels = {}) {
  const sheet = sheetOf(lines);
  const layout = { ...guessLayout([sheet], 'en'), rowLevels };
  const read = draftsOf({ sheets: [sheet], facts: null, items: null }, layout, null);
  const depth = (index: number | null): number =>
    index === null ? 0 : depth(read.drafts[index]!.parent) + 1;
  return {
    ...read,
    hierarchy: layout.hierarchy,
    lines: read.drafts.map(
      ({ code, title, parent }) => `${'  '.repeat(depth(parent))}${[code, title].filter(Boolean).join(' ')}`,
    ),
  };
}

const HEAD = '*No. | Activity | Timeline | Responsible';
const TREE = [
  'Priority 1: Peace',
  '  Objective 1.1: Borders',
  '    1.1.1 Train',
  '    1.1.2 Hire',
  '  Objective 1.2: Data',
  '    1.2.1 Count',
  'Priority 2: Work',
  '  Objective 2.1: Visas',
  '    2.1.1 Issue',
];
const ITEMS = [
  '1.1.1 | Train | 2026 | Kenya',
  '1.1.2 | Hire | 2026 | Kenya',
  '1.2.1 | Count | 2027 |',
  '2.1.1 | Issue | 2027 |',
];

describe('heading rows of more than one kind make levels', () => {
  const WORDS = [
    'Priority 1: Peace',
    'Objective 1.1: Borders',
    'Objective 1.2: Data',
    'Priority 2: Work',
    'Objective 2.1: Visas',
  ];
  const between = (mark: (text: string, level: number) => string, words: readonly string[] = WORDS) => {
    const [a, b, c, d, e] = words.map((text, index) => mark(text, [1, 2, 2, 1, 2][index]!));
    return [HEAD, a!, b!, ITEMS[0]!, ITEMS[1]!, c!, ITEMS[2]!, d!, e!, ITEMS[3]!];
  };

  it.each([
    ['by their first word, all merged alike', (text: string) => `=*${text}`],
    ['by their first word, not merged', (text: string) => `| ${text}`],
    ['by their first word, in the first column', (text: string) => `${text}`],
    ['by their first word, in bold', (text: string) => `*| ${text}`],
  ])('%s', (_, mark) => {
    const { lines, levelNames, hierarchy } = outline(between(mark));
    expect([hierarchy, lines]).toEqual(['sections', TREE]);
    expect(levelNames).toEqual(['Priority', 'Objective', 'Activity']);
  });

  it.each([
    ['by style', (text: string, level: number) => `=${level === 1 ? '*#' : '*'}${text}`],
    [
      'by one being merged and filled, the other bold alone',
      (text: string, level: number) => (level === 1 ? `=#${text}` : `*| ${text}`),
    ],
    [
      'by one being merged, the other filled',
      (text: string, level: number) => (level === 1 ? `=${text}` : `#| ${text}`),
    ],
  ])('%s', (_, mark) => {
    const words = ['Peace and security', 'Borders first', 'Data for all', 'Work for all', 'Visas at once'];
    const { lines } = outline(between(mark, words));
    expect(lines).toEqual([
      'Peace and security',
      '  Borders first',
      '    1.1.1 Train',
      '    1.1.2 Hire',
      '  Data for all',
      '    1.2.1 Count',
      'Work for all',
      '  Visas at once',
      '    2.1.1 Issue',
    ]);
  });

  it.each([
    [
      'French',
      ['Axe 1 : Paix', 'Objectif 1.1 – Frontières', 'Objectif 1.2', 'Axe 2 : Travail', 'Objectif 2.1'],
    ],
    [
      'Spanish',
      ['Eje 1: Paz', 'Línea de acción 1.1', 'Línea de acción 1.2', 'Eje 2: Trabajo', 'Línea de acción 2.1'],
    ],
    ['Arabic', ['المحور ١: السلام', 'الهدف ١-١: الحدود', 'الهدف ١-٢', 'المحور ٢: العمل', 'الهدف ٢-١']],
    ['Russian', ['Раздел I. Мир', 'Цель 1.1: Границы', 'Цель 1.2', 'Раздел II. Труд', 'Цель 2.1']],
    ['Portuguese', ['Eixo 1: Paz', 'Objetivo 1.1', 'Objetivo 1.2', 'Eixo 2: Trabalho', 'Objetivo 2.1']],
  ])('in %s', (_, words) => {
    const depths = outline(between((text) => `=${text}`, words)).lines.map(
      (line) => /^ */.exec(line)![0].length / 2,
    );
    expect(depths).toEqual([0, 1, 2, 2, 1, 2, 0, 1, 2]);
  });

  it('a higher rank stands above, even where the table begins with a lower one', () => {
    const { lines } = outline([
      HEAD,
      '=Objective 0: Before all',
      ITEMS[0]!,
      '=Priority 1: Peace',
      '=Objective 1: Borders',
      ITEMS[1]!,
    ]);
    expect(lines).toEqual([
      'Objective 0: Before all',
      '  1.1.1 Train',
      'Priority 1: Peace',
      '  Objective 1: Borders',
      '    1.1.2 Hire',
    ]);
  });

  it('a kind that never follows another stands beside it', () => {
    const { lines } = outline([HEAD, '=#Peace for all', ITEMS[0]!, '=*Annexed matters', ITEMS[1]!]);
    expect(lines).toEqual(['Peace for all', '  1.1.1 Train', 'Annexed matters', '  1.1.2 Hire']);
  });

  it('a person says which rows are which level, once for all of a kind', () => {
    const said = outline(
      between((text) => `=${text}`),
      { 'word-objective': '1', 'word-priority': '2' },
    );
    expect(said.lines.slice(0, 3)).toEqual(['Priority 1: Peace', 'Objective 1.1: Borders', '  1.1.1 Train']);
    const gone = outline(
      between((text) => `=${text}`),
      { 'word-objective': 'out' },
    );
    expect(gone.lines.slice(0, 2)).toEqual(['Priority 1: Peace', '  1.1.1 Train']);
    expect(gone.leftOut).toMatchObject([
      { reason: { key: 'exchange.left.kind' }, text: 'Objective 1.1: Borders' },
      { text: 'Objective 1.2: Data' },
      { text: 'Objective 2.1: Visas' },
    ]);
  });
});

it.each([
  ['Priority 1: Peace', 'priority'],
  ['PILLAR ONE – Data', 'pillar'],
  ['Strategic objective 2', 'strategic objective'],
  ['Axe stratégique II : Protection', 'axe strategique'],
  ['Цель № 3. Границы', 'цель'],
  ['Objective: Borders', 'objective'],
  ['Priority setting workshop', null],
  ['Activity based costing', null],
  ['Kenya 2', null],
])('%s begins with the word for its level: %s', (text, word) => {
  expect(levelWord(text)).toBe(word);
});
