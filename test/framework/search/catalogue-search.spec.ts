import fc from 'fast-check';
import { searchCatalogue } from '../../../src/framework/search/catalogue-search.js';
import { suggest } from '../../../src/framework/search/suggest.js';

/** Lines of real plans with the objectives this project maps them to. */
const LINES: [plan: string, code: string, title: string, description: string, objectives: number[]][] = [
  [
    'Khartoum',
    '1',
    'Address root causes of irregular migration in a balanced way, with sustainable development',
    '',
    [2],
  ],
  [
    'Khartoum',
    '2',
    'Act concretely against trafficking and smuggling between the Horn of Africa and Europe, sharing responsibility',
    '',
    [9, 10],
  ],
  ['Khartoum', '4', 'Name focal points for direct and rapid exchange and coordination', '', [23]],
  [
    'Khartoum',
    '5',
    'Keep a lasting dialogue, agree priorities and projects, and mobilize funding for agreed projects',
    '',
    [23],
  ],
  [
    'Khartoum',
    '6',
    'Work practically: create flow-management projects with existing funds and coordinate bilateral and multilateral efforts',
    '',
    [23],
  ],
  [
    'MIDWA',
    '3',
    'Establish national MIDWA secretariats in all members',
    'Through ECOWAS National Offices, linked to existing national migration committees or helping create them',
    [23],
  ],
  [
    'MIDWA',
    '4',
    'Train the migration data working group on new tools',
    'Workshops on software for harmonized data collection; spot shortcomings and propose fixes',
    [1],
  ],
  [
    'MIDWA',
    '5',
    'Convene chairs and co-chairs of the thematic working groups',
    'Groups: mixed migration, border management, labour migration, migration data, return and reintegration',
    [1, 5, 6, 11, 12, 21],
  ],
];

const first = (titles: string[], descriptions: string[] = [], count = 5) =>
  suggest({ titles, descriptions }, count).objectives.map(({ number }) => number);

describe('suggestions', () => {
  it.each(LINES)(
    'for %s %s have the right objective among the first five',
    (_, _code, title, description, wanted) => {
      expect(wanted).toContainEqual(expect.any(Number));
      expect(first([title], [description]).some((number) => wanted.includes(number))).toBe(true);
    },
  );

  it('have nearly all of an item’s objectives among the first five or, of six, eight', () => {
    const all = LINES.flatMap(([, , title, description, wanted]) => {
      const found = first([title], [description], wanted.length > 5 ? 8 : 5);
      return wanted.map((number) => found.includes(number));
    });
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.9);
  });

  it.each([
    ['Réintégration durable des migrants de retour', 21],
    ['Lutter contre la traite des êtres humains', 10],
    ['Portabilité des droits à pension', 22],
    ['Reducir el costo de envío de remesas', 20],
    ['Campaña contra la xenofobia en los medios', 17],
    ['إدارة متكاملة للحدود', 11],
    ['مكافحة الاتجار بالأشخاص', 10],
    ['Reconnaissance des qualifications et des diplômes', 18],
    ['Search and rescue along the central route', 8],
    ['Training of consular staff', 14],
    ['Birth registration of children abroad', 4],
  ])('for “%s” begin with objective %i', (title, number) => {
    expect(first([title])[0]).toBe(number);
  });

  it('say which words led to them, as they stand in the item', () => {
    const [nearest] = suggest({
      titles: ['Counter Smuggling of migrants at sea'],
      descriptions: [],
    }).objectives;
    expect(nearest).toMatchObject({ ref: '9', words: ['Counter', 'Smuggling'], related: false });
    expect(nearest!.actions.map(({ ref, words }) => [ref[0], words])).toContainEqual(['9', ['Smuggling']]);
  });

  it('say when only a related word led to them', () => {
    const [nearest] = suggest({ titles: ['Root causes'], descriptions: [] }).objectives;
    expect(nearest).toMatchObject({ ref: '2', words: ['Root', 'causes'], related: true });
  });

  it('draw on every language of the item, and on its title more than on its description', () => {
    expect(first(['Rien de tel', 'Family remittances'])[0]).toBe(20);
    expect(first(['Remittances'], ['and borders'])[0]).toBe(20);
  });

  it('offer principles too', () => {
    const { principles } = suggest({
      titles: ['Gender-responsive and child-sensitive protection'],
      descriptions: [],
    });
    expect(principles.map(({ number }) => number).sort()).toEqual([7, 8]);
  });

  it.each([[[]], [['']], [['Strengthen the national programme']], [['— … ?']]])(
    'are none for %j',
    (titles) => {
      expect(suggest({ titles, descriptions: [] })).toEqual({ objectives: [], principles: [] });
    },
  );
});

describe('the search', () => {
  const refs = (query: string) => searchCatalogue(query).map(({ kind, ref }) => `${kind} ${ref}`);

  it.each([
    ['smuggling', 'objective 9'],
    ['traite', 'objective 10'],
    ['trafic de migrants', 'objective 9'],
    ['remesas', 'objective 20'],
    ['حدود', 'objective 11'],
    ['إعادة الإدماج', 'objective 21'],
    ['人权', 'principle 6'],
    ['recogn', 'objective 18'],
    ['smugling', 'objective 9'],
    ['ICAO', 'action 4(b)'],
    ['detention of children', 'objective 13'],
  ])('for “%s” leads to %s', (query, nearest) => {
    expect(refs(query)[0]).toBe(nearest);
  });

  it('takes numbers as people write them', () => {
    expect(refs('9a')).toEqual(['action 9(a)']);
    expect(refs(' 9 (A) ')).toEqual(['action 9(a)']);
    expect(refs('22')).toEqual(['objective 22', 'action 22(a)', 'action 22(b)', 'action 22(c)']);
    expect(refs('24')).toEqual([]);
    expect(refs('9z')).toEqual([]);
  });

  it('finds nothing in nothing, and does not stumble over any text', () => {
    expect(searchCatalogue('')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(searchCatalogue(text).length).toBeLessThanOrEqual(30);
        expect(suggest({ titles: [text], descriptions: [text] }).objectives.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
