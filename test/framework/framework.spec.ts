import {
  action,
  actions,
  compactName,
  isAction,
  isObjective,
  isPrinciple,
  networkName,
  objective,
  objectiveLabel,
  objectiveInDocument,
  objectiveTitle,
  principle,
  principleName,
  reviewForumName,
  roundTableOf,
  sdgTargets,
} from '../../src/framework/framework.js';
import {
  catalogueDoubts,
  instrument,
  labelSources,
  mechanismRoles,
  names,
} from '../../src/framework/instrument.data.js';
import { useWordings } from '../../src/framework/wordings/entered.js';
import { objectives } from '../../src/framework/objectives.data.js';
import { principles } from '../../src/framework/principles.data.js';
import { roundTables } from '../../src/framework/round-tables.data.js';
import { thematicSessions } from '../../src/framework/thematic-sessions.data.js';

const titled = (language: string) =>
  objectives.filter((one) => !objectiveTitle(one.number, language).fallback).map((one) => one.number);

describe('the catalogue of the Compact', () => {
  it('is whole', () => {
    expect(objectives.map((one) => one.number)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    expect(principles.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(actions).toHaveLength(187);
    expect(roundTables).toHaveLength(4);
    expect(thematicSessions).toHaveLength(6);
    expect(instrument).toMatchObject({ objectiveCount: 23, principleCount: 10, actionCount: 187 });
  });

  it('numbers objectives by the paragraphs 17 to 39', () => {
    expect(objectives.map((one) => one.paragraph - one.number)).toEqual(Array(23).fill(16));
    expect(instrument.paragraphs.objectives).toEqual({ first: 17, last: 39 });
    expect(principles.map((one) => one.paragraphRef)).toEqual(
      [...'abcdefghij'].map((letter) => `15(${letter})`),
    );
  });

  it('letters the actions of each objective from a without a gap', () => {
    for (const one of objectives) {
      const letters = one.actions.map((line) => line.letter).join('');
      expect('abcdefghijklmnop'.startsWith(letters)).toBe(true);
      expect(letters).not.toBe('');
    }
  });

  it('labels actions in at most twelve words, none twice', () => {
    expect(actions.filter((one) => one.label.split(' ').length > 12)).toEqual([]);
    expect(new Set(actions.map((one) => one.label)).size).toBe(187);
  });

  it('puts every objective in exactly one round table', () => {
    const placed = roundTables.flatMap((table) => table.objectives).sort((a, b) => a - b);
    expect(placed).toEqual(objectives.map((one) => one.number));
    for (const one of objectives) expect(roundTableOf(one.number)?.objectives).toContain(one.number);
  });

  it('names a source for every title', () => {
    for (const one of objectives) expect(Object.keys(one.titleSource)).toEqual(Object.keys(one.title));
  });

  it('knows SDG targets only from the text of an action', () => {
    expect(sdgTargets).toEqual(['10.c']);
    expect(objectives.filter((one) => one.sdgTargets.length > 0).map((one) => one.number)).toEqual([20]);
  });

  it('names the three paragraphs that give mechanisms a role', () => {
    expect(mechanismRoles.map((role) => role.paragraph)).toEqual([47, 50, 52]);
  });
});

describe('an official wording that an administrator entered', () => {
  const source = 'A/RES/73/195 (Arabic)';
  const arabic = { objective: 1, language: 'ar', text: 'عنوان الهدف', source };
  afterEach(() => useWordings([]));

  it.each([
    [
      'in its language, with its source',
      'ar',
      { text: arabic.text, language: 'ar', fallback: false, source },
    ],
    ['in no other language', 'ru', { language: 'en', fallback: true }],
    ['never in place of a verified title', 'fr', { language: 'fr', fallback: false }],
  ])('is the title %s', (_, language, title) => {
    useWordings([arabic, { ...arabic, language: 'fr' }]);
    expect(objectiveTitle(1, language)).toMatchObject(title);
    expect('source' in objectiveTitle(1, language)).toBe('source' in title);
  });

  it('stands in a document with its source, and is gone from it once it is removed', () => {
    const before = objectiveInDocument(1, 'ar');
    expect(before).toContain('Collect and utilize');
    useWordings([arabic]);
    const named = objectiveInDocument(1, 'ar').replaceAll(/[\u2068\u2069]/g, '');
    expect(named).toBe(`${arabic.text} (المصدر: ${source})`);
    useWordings([]);
    expect(objectiveInDocument(1, 'ar')).toBe(before);
  });
});

describe('lookups', () => {
  it('find what the Compact has', () => {
    expect(objective(20)?.shortLabel.en).toBe('Remittances');
    expect(action('1(a)')).toMatchObject({ objective: 1, letter: 'a', ref: '1(a)' });
    expect(action('22(c)')?.objective).toBe(22);
    expect(principle(8)?.name.en).toBe('Child-sensitive');
  });

  it('find nothing for what it does not have', () => {
    expect([objective(0), objective(24), objective(1.5), objective(NaN)]).toEqual(Array(4).fill(undefined));
    expect([action('22(d)'), action('1a'), action('24(a)'), action('')]).toEqual(Array(4).fill(undefined));
    expect([isObjective(23), isObjective(24), isPrinciple(10), isPrinciple(11)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([isAction(22, 'c'), isAction(22, 'd'), isAction(1, 'A')]).toEqual([true, false, false]);
    expect(roundTableOf(24)).toBeUndefined();
    expect(() => objectiveTitle(24, 'en')).toThrow(RangeError);
    expect(() => principleName(0, 'en')).toThrow(RangeError);
  });
});

describe('a text in a language', () => {
  it('is that of the language where it was verified', () => {
    expect(objectiveTitle(20, 'fr')).toEqual({
      text: 'Rendre les envois de fonds plus rapides, plus sûrs et moins coûteux et favoriser l’inclusion financière des migrants',
      language: 'fr',
      fallback: false,
    });
    expect(titled('en')).toHaveLength(23);
    expect(titled('fr')).toHaveLength(23);
    expect(titled('es')).toHaveLength(20);
    expect(titled('ar')).toEqual([15]);
    expect(principleName(4, 'zh')).toMatchObject({ text: '法治和正当程序', fallback: false });
    expect(compactName('ru').fallback).toBe(false);
    expect(networkName('ar').language).toBe('ar');
  });

  it('is English, and says so, where it was not', () => {
    for (const number of [15, 16, 17]) {
      expect(objectiveTitle(number, 'es')).toEqual({
        text: objective(number)!.title.en,
        language: 'en',
        fallback: true,
      });
    }
    expect([titled('zh'), titled('ru'), titled('pt')]).toEqual([[], [], []]);
    expect(objectiveLabel(15, 'es').fallback).toBe(false);
    expect(objectiveLabel(15, 'ar')).toEqual({
      text: 'الحصول على الخدمات الأساسية',
      language: 'ar',
      fallback: false,
    });
    expect(objectiveLabel(15, 'zh').fallback).toBe(true);
    expect(principleName(1, 'ar').fallback).toBe(true);
    expect(reviewForumName('ar')).toMatchObject({ language: 'ar', fallback: false });
    expect(networkName('ru').fallback).toBe(true);
  });

  it.each([
    [15, 'es', 'Acceso a los servicios básicos (en inglés: Provide access to basic services for migrants)'],
    [9, 'ar', 'مكافحة تهريب المهاجرين (بالإنكليزية: '],
    [9, 'fr', objective(9)!.title.fr!],
    [9, 'en', objective(9)!.title.en],
    // No texts of the interface in this language: the English title alone.
    [15, 'pt', objective(15)!.title.en],
  ])(
    'is named in a document by its official title, else in English that is said to be: %i, %s',
    (number, language, words) => {
      expect(objectiveInDocument(number, language).replaceAll(/[\u2066-\u2069]/g, '')).toContain(words);
    },
  );

  it('is not found on the prototype of the texts', () => {
    expect(compactName('constructor')).toMatchObject({ language: 'en', fallback: true });
  });
});

describe('what no stored document confirmed', () => {
  const shipped = JSON.stringify([
    ...[objectives, principles, roundTables, thematicSessions],
    ...[names, instrument, labelSources, mechanismRoles, catalogueDoubts],
  ]);

  it.each([
    ['a Spanish candidate', 'Proporcionar a los migrantes acceso a servicios básicos'],
    ['a Spanish candidate', 'Empoderar a los migrantes'],
    ['a Spanish candidate', 'promover un discurso público con base empírica'],
    ['a Chinese candidate', '收集和利用准确的分类数据'],
    ['a Chinese candidate', '促使汇款更加快捷'],
    ['an Arabic candidate', 'إنقاذ الأرواح'],
    ['a Russian candidate', 'Спасение людей'],
    ['a title from the draft', 'Сбор и использование точных'],
    ['the other Arabic name of the Forum', 'منتدى استعراض الهجرة الدولية'],
    ['a recalled theme', 'Supporting migrants'],
    ['a recalled theme', 'value-driven'],
    ['an unverified summary', 'Rooted in the 2030 Agenda'],
    ['a recalled SDG target', '"10.7"'],
    ['a recalled SDG target', '"17.18"'],
  ])('is not shipped: %s', (_, text) => {
    expect(shipped).not.toContain(text);
  });

  it('is said where it matters', () => {
    expect(objective(13)?.doubts[0]).toContain('immigration detention');
    expect(objective(15)?.doubts[0]).toContain('single source');
    expect(roundTables[2]?.doubts).toHaveLength(3);
    expect(principles.filter((one) => one.summary === undefined).map((one) => one.number)).toEqual([
      4, 5, 6, 7,
    ]);
  });
});
