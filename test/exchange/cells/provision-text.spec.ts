import { columnOf } from '../../../src/exchange/cells/cells.js';
import { objectiveOfHeading } from '../../../src/exchange/cells/list-cells.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { ItemInput } from '../../../src/plans/items/item.dto.js';

const emptyItem = readInput(ItemInput, { title: { original: 'en', texts: { en: 'x' } } });

const context = { language: 'en', textLanguage: 'en', dayOrder: null, unknownOwner: 'partner' } as const;

function read(use: 'objectives' | 'principles', text: string): [said: string, notices: string[]] {
  const cell = columnOf(use)!.parse(text, context);
  if ('problem' in cell) return [cell.problem.key, []];
  const item = cell.set(emptyItem);
  const said =
    use === 'objectives'
      ? item.objectives.map(({ objective, letter }) => `${objective}${letter}`)
      : item.principles.map(String);
  return [said.join(' '), cell.notices.map(({ values }) => Object.values(values ?? {}).join(': '))];
}

const ALL = Array.from({ length: 23 }, (_, index) => index + 1).join(' ');

describe('objectives named as plans name them', () => {
  it.each([
    ['7', '7'],
    ['6:', '6'],
    ['Objective 7:', '7'],
    ['1-5', '1 2 3 4 5'],
    ['1 – 3; 9', '1 2 3 9'],
    ['Objectives 5 to 7 and 10', '5 6 7 10'],
    ['objectifs 1 à 3', '1 2 3'],
    ['Objetivos 2 al 4', '2 3 4'],
    ['цели 1–3, 8', '1 2 3 8'],
    ['№ 7', '7'],
    ['Objetivo PMM N.º 9', '9'],
    ['7 & 8 / 9', '7 8 9'],
    ['8 e 9', '8 9'],
    ['الأهداف ٣ إلى ٥', '3 4 5'],
    ['٣ و٥', '3 5'],
    ['9 (a), 10b', '9a 10b'],
    ['all', ALL],
    ['All GCM objectives', ALL],
    ['Todos los objetivos', ALL],
    ['Tous', ALL],
    ['Все цели', ALL],
    ['جميع الأهداف', ALL],
    ['1-23', ALL],
    ['Address and reduce vulnerabilities in migration', '7'],
    ['Objective 7 – Address and reduce vulnerabilities in migration', '7'],
    [
      'Objective 7: Address and reduce vulnerabilities in migration\nObjective 8 - Save lives and establish coordinated international efforts on missing migrants',
      '7 8',
    ],
    [
      'Address and reduce vulnerabilities in migration, Provide access to basic services for migrants',
      '7 15',
    ],
    ['Collect and utilise accurate and disaggregated data as a basis for evidence-based policies', '1'],
    ['Recopilar y utilizar datos exactos y desglosados para formular políticas con base empírica', '1'],
    ['تيسير حصول المهاجرين على الخدمات الأساسية', '15'],
    ['1. Data', '1'],
  ])('%s', (text, expected) => {
    expect(read('objectives', text)).toEqual([expected, []]);
  });

  it('says which words beside a number it does not take', () => {
    expect(read('objectives', 'Objective 7 – Helping people on the move')).toEqual([
      '7',
      ['7: helping people on the move'],
    ]);
    expect(read('objectives', '9: smuggling, 10: trafficking')).toEqual([
      '9 10',
      ['9: smuggling', '10: trafficking'],
    ]);
  });

  it('knows a title by a part of it that no other has, and says so', () => {
    expect(read('objectives', 'Address and reduce vulnerabilities')).toEqual([
      '7',
      ['7: Address and reduce vulnerabilities in migration'],
    ]);
  });

  it.each([
    ['a number beside the title of another', 'Objective 9 – Address and reduce vulnerabilities in migration'],
    ['a range that turns back', '10-7'],
    ['a range beyond the last', '20-30'],
    ['words', 'Better borders'],
    ['all but some', 'All except 3'],
  ])('refuses %s', (_, text) => {
    expect(read('objectives', text)).toEqual(['exchange.problem.objective', []]);
  });
});

describe('guiding principles', () => {
  it.each([
    ['Principle 3: National sovereignty', '3'],
    ['National sovereignty; Rule of law and due process', '3 4'],
    ['Soberanía nacional', '3'],
    ['1-10', '1 2 3 4 5 6 7 8 9 10'],
    ['todos los principios', '1 2 3 4 5 6 7 8 9 10'],
    ['2, 5', '2 5'],
  ])('%s', (text, expected) => {
    expect(read('principles', text)).toEqual([expected, []]);
  });
});

it.each([
  ['Address and reduce vulnerabilities in migration', 7],
  ['Objective 7: Address and reduce vulnerabilities in migration', 7],
  ['GCM Objective 9', 9],
  ['Objetivo PMM 9', 9],
  ['Objective 7', null],
  ['Objective 2: Peaceful borders', null],
  ['Priority 1: Data', null],
])('the heading "%s" is objective %s of the Compact', (text, expected) => {
  expect(objectiveOfHeading(text)).toBe(expected);
});
