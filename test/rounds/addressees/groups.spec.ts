import { isInRegion, regionName, UN_REGIONS } from '../../../src/accounts/states/un-regions.js';
import { groupsOf, withGroup } from '../../../src/rounds/addressees/groups.js';
import { untranslated } from '../../../src/rounds/addressees/before-opening.js';
import type { RoundQuestion } from '../../../src/rounds/round/round.entity.js';

describe('members chosen by group', () => {
  const choosable = { states: ['KEN', 'MAR', 'SSD', 'CYP'], observers: ['MEX'], partners: ['IOM'] };
  const last = { states: ['KEN', 'FRA'], partners: ['IOM', 'Gone'] };
  const groups = groupsOf({ choosable, last, spoken: ['MAR', 'SSD'] });
  const statesOf = (key: string) => groups.find((one) => one.key === key)?.states;

  it.each([
    ['members', ['KEN', 'MAR', 'SSD', 'CYP']],
    ['observers', ['MEX']],
    ['last', ['KEN']],
    ['spoken', ['MAR', 'SSD']],
    ['002', ['KEN', 'MAR', 'SSD']],
    ['014', ['KEN', 'SSD']],
    ['015', ['MAR']],
    ['013', ['MEX']],
    ['145', ['CYP']],
    ['150', undefined],
    ['no group', undefined],
  ])('%s', (key, states) => {
    expect(statesOf(key)).toEqual(states);
  });

  it('has no region that is everybody, and nobody of the last call who has left', () => {
    const africa = groupsOf({
      choosable: { states: ['KEN'], observers: [], partners: [] },
      last,
      spoken: [],
    });
    expect(africa.map(({ key }) => key)).toEqual(['members', 'last']);
    expect(groups.find(({ key }) => key === 'last')?.partners).toEqual(['IOM']);
  });

  it('adds to what is ticked, once, and begins anew with none', () => {
    const chosen = withGroup({ states: ['MAR'], partners: [] }, '014', groups);
    expect(chosen).toEqual({ states: ['MAR', 'KEN', 'SSD'], partners: [] });
    expect(withGroup(chosen, '002', groups)).toEqual(chosen);
    expect(withGroup(chosen, 'unknown', groups)).toEqual(chosen);
    expect(withGroup(chosen, 'none', groups)).toEqual({ states: [], partners: [] });
  });

  it('knows each region by its name in each language, and each State in one region', () => {
    for (const language of ['en', 'fr', 'es', 'ar'])
      for (const region of UN_REGIONS) expect(regionName(region, language)).not.toBe(region);
    const wide = ['002', '019', '142', '150', '009'];
    for (const state of ['KEN', 'HUN', 'ALB', 'CYP', 'USA', 'AUS', 'TUR', 'RUS'])
      expect(wide.filter((region) => isInRegion(state, region))).toHaveLength(1);
  });
});

describe('what those asked would read in another language', () => {
  const words = (...languages: string[]) => ({
    original: languages[0]!,
    texts: Object.fromEntries(languages.map((one) => [one, 'Words'])),
  });
  const question = (fields: object) =>
    ({ objective: null, item: null, text: null, ...fields }) as RoundQuestion;
  const questions = [
    question({ text: words('en', 'fr') }),
    question({ objective: 9 }),
    question({ item: { code: '1', title: words('en') } }),
    question({ text: words('en', 'fr', 'ar'), hint: words('en', 'fr') }),
  ];
  it('is said by language, once for each, and not of official titles', () => {
    const found = untranslated(
      { title: words('en', 'fr'), reason: words('en'), subject: null, letter: words('en', 'ar') },
      questions,
      ['fr', 'ar', 'en', 'fr'],
    );
    expect(found).toEqual([
      { language: 'fr', title: false, reason: true, letter: true, questions: [3] },
      { language: 'ar', title: true, reason: true, letter: false, questions: [1, 3, 4] },
    ]);
  });
});
