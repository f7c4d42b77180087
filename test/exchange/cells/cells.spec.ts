import fc from 'fast-check';
import { States } from '../../../src/accounts/states.js';
import { actions } from '../../../src/framework/framework.js';
import { Problem } from '../../../src/platform/http/field.js';
import { readFields, readInput } from '../../../src/platform/http/read-input.js';
import { ItemInput } from '../../../src/plans/items/item.dto.js';
import { ITEM_STATUSES } from '../../../src/plans/plan/vocabulary.js';
import type { CellContext } from '../../../src/exchange/cell.js';
import { CELL_LANGUAGES } from '../../../src/exchange/cell-language.js';
import {
  columnOf,
  columnsFor,
  heading,
  orderOf,
  readOnlyColumns,
} from '../../../src/exchange/cells/cells.js';

const context: CellContext = {
  language: 'en',
  textLanguage: 'en',
  dayOrder: null,
  unknownOwner: 'partner',
};
const empty = { code: '', title: { original: 'en', texts: {} } } as unknown as ItemInput;
const blank: ItemInput = {
  ...readInput(ItemInput, { title: { original: 'en', texts: { en: 'x' } } }),
  ...empty,
};

function read(key: string, text: string, from: ItemInput = blank, with_: Partial<CellContext> = {}) {
  const cell = columnOf(key)!.parse(text, { ...context, ...with_ });
  return 'problem' in cell
    ? cell.problem.key
    : { item: cell.set(from), notices: cell.notices.map(({ key }) => key) };
}
const value = (key: string, text: string, field: keyof ItemInput, with_?: Partial<CellContext>) => {
  const cell = read(key, text, blank, with_);
  return typeof cell === 'string' ? cell : cell.item[field];
};

describe('owners', () => {
  const owners = (text: string, key = 'owners') => {
    const cell = read(key, text);
    if (typeof cell === 'string') throw new Error(cell);
    const short = cell.item.owners.map(({ kind, subject }) =>
      subject === null ? kind : `${kind}:${subject}`,
    );
    return [short, cell.notices.length];
  };
  it.each([
    ['Kenya, Uganda and Chair', ['state:KEN', 'state:UGA', 'chair'], 0],
    ['Sénégal ; Maroc', ['state:SEN', 'state:MAR'], 0],
    ['كينيا، المغرب', ['state:KEN', 'state:MAR'], 0],
    ['México\nEstados Unidos', ['state:MEX', 'state:USA'], 0],
    ['Presidencia pro témpore', ['chair'], 0],
    ['each member State', ['all-members'], 0],
    ['migration data working group', ['working-group:migration data working group'], 0],
    ['Groupe de travail : Données, retour', ['working-group:Données, retour'], 0],
    ['ECOWAS Commission', ['partner:ECOWAS Commission'], 1],
    ['Kenya / IOM', ['state:KEN', 'partner:IOM'], 1],
    ['IOM, UNHCR, Kenya', ['partner:IOM', 'partner:UNHCR', 'state:KEN'], 2],
    ['Saint Helena, Ascension and Tristan da Cunha', ['state:SHN'], 0],
    ['state:KEN; working-group:A', ['state:KEN', 'working-group:A'], 0],
    ['Chair; Chair', ['chair'], 0],
    ['EE. UU.', ['state:USA'], 0],
    ['EEUU, Rep. Dominicana', ['state:USA', 'state:DOM'], 0],
    ['México y Guatemala', ['state:MEX', 'state:GTM'], 0],
    ['México y OIM', ['state:MEX', 'partner:OIM'], 1],
    ['RDC; R.D. Congo', ['state:COD'], 0],
    ['U.S., U.K. and the Netherlands', ['state:USA', 'state:GBR', 'state:NLD'], 0],
    ['Rep. of Korea; St. Lucia', ['state:KOR', 'state:LCA'], 0],
    ['Россия и Казахстан', ['state:RUS', 'state:KAZ'], 0],
    ['РФ, Киргизия; Республика Таджикистан', ['state:RUS', 'state:KGZ', 'state:TJK'], 0],
    ['Brasil e Portugal', ['state:BRA', 'state:PRT'], 0],
    ['Todos', ['all-members'], 0],
    ['All', ['all-members'], 0],
    ['Tous les pays membres', ['all-members'], 0],
    ['Все государства-участники', ['all-members'], 0],
    ['الكل', ['all-members'], 0],
    ['Секретариат; Председательство', ['secretariat', 'chair'], 0],
  ])('%s', (text, expected, notices) => {
    expect(owners(text)).toEqual([expected, notices]);
  });
  it('of a column that says what they are need no second look', () => {
    expect(owners('IOM; UNHCR', 'partners')).toEqual([['partner:IOM', 'partner:UNHCR'], 0]);
  });
});

describe('a name that nobody knows becomes nothing unasked', () => {
  const asked = (use: string, text: string, corrections = {}) => {
    const cell = columnOf(use)!.parse(text, { ...context, unknownOwner: null, corrections });
    if ('problem' in cell) throw new Error(cell.problem.key);
    const names = cell
      .set(blank)
      .owners.map(({ kind, subject }) => [kind, subject].filter(Boolean).join(':'));
    return { names, questions: (cell.asked ?? []).map(({ question }) => question) };
  };

  it.each([
    ['owners', 'Kenya; IOM', ['state:KEN'], ['IOM']],
    ['owners', 'Kenya and the Ministry of Labour', ['state:KEN'], ['the Ministry of Labour']],
    ['states', 'México y Guatemalla', ['state:MEX'], ['Guatemalla']],
    ['owners', 'RECs, Secretariat', ['secretariat'], ['RECs']],
    ['owners', 'Partner: RECs', ['partner:RECs'], []],
    ['partners', 'IOM, RECs', ['partner:IOM', 'partner:RECs'], []],
  ])('%s: %s', (use, text, names, open) => {
    const read = asked(use, text);
    expect([read.names, read.questions.map(({ text: name }) => name)]).toEqual([names, open]);
  });

  it.each([
    ['IOM', 'Partner: IOM', 'Partner: IOM'],
    ['Guatemalla', 'Guatemala', null],
    ['Governement of Kenya', 'Kenya', null],
    ['Regional Economic Communities', 'Partner: Regional Economic Communities', null],
  ])('%s is offered as %s', (name, first, likely) => {
    const [question] = asked('owners', name).questions;
    expect([question!.offers[0], question!.likely]).toEqual([first, likely]);
    expect(question!.offers).toContain('Each member State');
  });

  it('and what was answered counts wherever the name stands', () => {
    const corrections = { owners: { RECs: 'Group of States: RECs', 'the others': 'Kenya; Uganda' } };
    expect(asked('owners', 'RECs; Chair', corrections)).toEqual({
      names: ['group:RECs', 'chair'],
      questions: [],
    });
    expect(asked('owners', 'The Others', corrections).names).toEqual(['state:KEN', 'state:UGA']);
  });
});

describe('amounts', () => {
  it.each([
    ['1 250 000,50', '1250000.50', null],
    ['EUR 1,250,000', '1250000', 'EUR'],
    ['1.250.000 €', '1250000', 'EUR'],
    ['1.2 million', '1200000', null],
    ['1.234 million', '1234000', null],
    ['2M USD', '2000000', 'USD'],
    ['1,250', '1250', null],
    ['1,25', '1.25', null],
    ["1'250.5", '1250.5', null],
    ['١٢٥٠', '1250', null],
  ])('%s', (text, needed, currency) => {
    expect(value('needed', text, 'funding')).toEqual({ currency, needed, pledged: null, gap: null });
  });
  it.each(['about 5', '1,2,3', '12.5.7', '5 apples', '-3', '1e6'])('%s is none', (text) => {
    expect(read('needed', text)).toBe('error.amount');
  });
});

describe('objectives', () => {
  it.each([
    ['9', ['9']],
    ['9, 10 (c) and 23', ['9', '10c', '23']],
    ['GCM 9; obj. 10a', ['9', '10a']],
    ['Objectif 5\nObjectif 6', ['5', '6']],
    ['الهدف ٩ و 10', ['9', '10']],
  ])('%s', (text, expected) => {
    const list = value('objectives', text, 'objectives') as ItemInput['objectives'];
    expect(list.map(({ objective, letter }) => `${objective}${letter}`)).toEqual(expected);
  });
  it.each(['24', '0', '9(z)', '8.10', '7-5', '20-24', 'many'])('%s is none', (text) => {
    expect(read('objectives', text)).toBe('exchange.problem.objective');
  });
});

describe('other cells', () => {
  it('understand a status, yes and no in every language, and say when they do not', () => {
    expect(['Done', 'achevé', 'EN CURSO', 'مؤجل', ''].map((text) => value('status', text, 'status'))).toEqual(
      ['completed', 'completed', 'ongoing', 'postponed', null],
    );
    expect(read('status', 'green')).toBe('exchange.problem.status');
    expect(value('institutional', 'نعم', 'institutional')).toBe(true);
    expect(read('crossCutting', 'perhaps')).toBe('exchange.problem.yesNo');
  });
  it('say when a text is too long', () => {
    expect(read('code', 'x'.repeat(41))).toBe('error.tooLong');
    expect(read('when', 'x'.repeat(201))).toBe('error.tooLong');
  });
  it('make one range of a first and a last day', () => {
    const first = read('start', 'March 2025');
    if (typeof first === 'string') throw new Error(first);
    expect(read('end', '2026', first.item)).toMatchObject({
      item: { when: { precision: 'range', start: '2025-03-01', end: '2026-12-31', text: null } },
    });
  });
  it('keep the original until a column says otherwise', () => {
    const french = read('title.fr', 'Un titre');
    if (typeof french === 'string') throw new Error(french);
    expect(french.item.title).toEqual({ original: 'fr', texts: { fr: 'Un titre' } });
    const both = read('title.en', 'A title', french.item);
    if (typeof both === 'string') throw new Error(both);
    expect(both.item.title.original).toBe('fr');
    expect(read('titleOriginal', 'English', both.item)).toMatchObject({
      item: { title: { original: 'en' } },
    });
  });
});

it('every column has a heading of its own in every language', () => {
  for (const language of CELL_LANGUAGES) {
    const headings = columnsFor(['en', 'fr']).map((column) => heading(column, language, 'en'));
    expect(new Set(headings).size).toBe(headings.length);
  }
  expect(readOnlyColumns().every((column) => columnOf(column.key)?.readOnly)).toBe(true);
  expect(columnOf('title')).toBeUndefined();
  expect(columnOf('nothing')).toBeUndefined();
  expect(columnOf('code.fr')).toBeUndefined();
});

const words = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((text) =>
      text.toWellFormed().replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim().slice(0, max).trim(),
    )
    .filter((text) => text !== '' && text.isWellFormed());
const localized = (max: number) =>
  fc
    .dictionary(fc.constantFrom('en', 'fr', 'es', 'ar', 'pt'), words(max), { minKeys: 1 })
    .chain((texts) =>
      fc.constantFrom(...Object.keys(texts)).map((original) => ({ original, texts: { ...texts } })),
    );
const owner = fc.oneof(
  fc.constantFrom('chair', 'secretariat', 'all-members'),
  fc.constantFrom(...States.all()).map((code) => `state:${code}`),
  fc
    .tuple(
      fc.constantFrom('group', 'working-group', 'partner'),
      fc.oneof(
        words(60),
        fc.constantFrom('IOM, UNHCR', 'a; b', '"q"; x', 'Kenya', 'Partner: x', 'Groupe de travail sur x'),
      ),
    )
    .map(([kind, name]) => `${kind}:${name}`),
);
const amount = fc.option(fc.stringMatching(/^\d{1,15}(\.\d{1,2})?$/), { nil: null });
const objective = fc.oneof(
  fc.integer({ min: 1, max: 23 }).map(String),
  fc.constantFrom(...actions.map(({ ref }) => ref)),
);
const anyItem = fc
  .record({
    code: words(40),
    title: localized(80),
    description: fc.option(localized(200), { nil: null }),
    kind: fc.option(words(40), { nil: null }),
    status: fc.option(fc.constantFrom(...ITEM_STATUSES), { nil: null }),
    owners: fc.array(owner, { maxLength: 5 }),
    objectives: fc.array(objective, { maxLength: 5 }),
    principles: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
    references: fc.array(
      fc.tuple(words(20), words(20)).map(([framework, code]) => `${framework.replaceAll(':', '-')}:${code}`),
      { maxLength: 3 },
    ),
    funding: fc.record({
      currency: fc.option(fc.constantFrom('EUR', 'USD'), { nil: null }),
      needed: amount,
      pledged: amount,
      gap: amount,
    }),
    crossCutting: fc.boolean(),
    institutional: fc.boolean(),
  })
  .map((fields) => readFields(ItemInput, fields))
  .filter((item): item is ItemInput => !(item instanceof Problem));

it('what is written into cells is read back to the same item, in every language', () => {
  fc.assert(
    fc.property(
      anyItem,
      fc.constantFrom(...CELL_LANGUAGES),
      fc.constantFrom('en', 'fr'),
      (item, language, textLanguage) => {
        const here = { ...context, language, textLanguage };
        const columns = columnsFor(['en', 'fr', 'es', 'ar', 'pt']).sort((a, b) => orderOf(a) - orderOf(b));
        const back = columns.reduce((made, column) => {
          const cell = column.parse(column.format(item, here), here);
          if ('problem' in cell) throw new Error(`${column.key}: ${cell.problem.key}`);
          return cell.set(made);
        }, blank);
        expect(back).toEqual(item);
      },
    ),
    { numRuns: 500 },
  );
});
