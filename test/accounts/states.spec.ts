import { States } from '../../src/accounts/states.js';
import { alphabet } from '../../src/platform/i18n/alphabet.js';
import { translator } from '../../src/platform/i18n/i18n.js';

const named = (codes: string[], language: string) =>
  States.sorted(codes, language).map((code) => States.name(code, language));

describe('States are called as the United Nations call them', () => {
  it.each([
    ['TUR', 'en', 'Türkiye'],
    ['CZE', 'en', 'Czechia'],
    ['BOL', 'es', 'Bolivia (Estado Plurinacional de)'],
    ['PSE', 'fr', 'État de Palestine'],
    ['MMR', 'fr', 'Myanmar'],
    ['COD', 'en', 'Democratic Republic of the Congo'],
    ['COG', 'en', 'Congo'],
    ['LBY', 'ar', 'ليبيا'],
    ['SYR', 'ar', 'الجمهورية العربية السورية'],
    ['VNM', 'zh', '越南'],
    ['RUS', 'ru', 'Российская Федерация'],
    ['COK', 'en', 'Cook Islands'],
    ['COK', 'es', 'Islas Cook'],
    ['VAT', 'en', 'Holy See'],
    // A language in which the United Nations publish no list.
    ['DEU', 'pt', 'Alemanha'],
  ])('%s in %s', (code, language, name) => {
    expect(States.name(code, language)).toBe(name);
  });

  it('and are still found by the names people write', () => {
    for (const [code, name] of [
      ['TUR', 'Turkey'],
      ['CZE', 'Czech Republic'],
      ['SWZ', 'Swaziland'],
      ['BOL', 'Bolivia (Plurinational State of)'],
      ['IRN', 'Iran'],
    ] as const)
      expect(States.names(code)).toContain(name);
  });
});

describe('a list of States stands in the order of the reader’s alphabet', () => {
  it('in Arabic without the article before a name', () => {
    expect(named(['SWE', 'SLV', 'SAU', 'EGY', 'RUS', 'SRB', 'DZA', 'ALB', 'CHN', 'YEM'], 'ar')).toEqual([
      'الاتحاد الروسي',
      'ألبانيا',
      'الجزائر',
      'السلفادور',
      'السويد',
      'صربيا',
      'الصين',
      'مصر',
      'المملكة العربية السعودية',
      'اليمن',
    ]);
  });

  it.each([
    [
      'fr',
      ['ZMB', 'ARE', 'EGY', 'ERI', 'AFG'],
      ['Afghanistan', 'Égypte', 'Émirats arabes unis', 'Érythrée', 'Zambie'],
    ],
    [
      'es',
      ['ETH', 'ESP', 'EST', 'OMN', 'NZL', 'NER'],
      ['España', 'Estonia', 'Etiopía', 'Níger', 'Nueva Zelandia', 'Omán'],
    ],
    ['en', ['ZWE', 'CIV', 'CUB', 'CRI'], ['Costa Rica', 'Côte d’Ivoire', 'Cuba', 'Zimbabwe']],
  ])('in %s', (language, codes, names) => {
    expect(named(codes, language)).toEqual(names);
  });

  it('and so do other names in it', () => {
    const organizations = ['منظمة الصحة العالمية', 'الاتحاد الأفريقي', 'جامعة الدول العربية', 'البنك الدولي'];
    expect(organizations.sort(alphabet('ar').compare)).toEqual([
      'الاتحاد الأفريقي',
      'البنك الدولي',
      'جامعة الدول العربية',
      'منظمة الصحة العالمية',
    ]);
  });
});

describe('a list to choose from', () => {
  it('holds who takes part first, then the other States, and each once', () => {
    const { participants, others } = States.toChoose(['SEN', 'MAR', 'FRA'], 'fr');
    expect(participants).toEqual(['FRA', 'MAR', 'SEN']);
    expect(others.slice(0, 3)).toEqual(['AFG', 'ZAF', 'ALB']);
    expect(participants.length + others.length).toBe(197);
  });

  it('holds a territory only where a mechanism has it as a participant', () => {
    const { participants, others } = States.toChoose(['ABW', 'JAM'], 'en');
    expect(participants).toEqual(['ABW', 'JAM']);
    for (const territory of ['CUW', 'HKG', 'UNK', 'TWN', 'GRL', 'ATA'])
      expect(others).not.toContain(territory);
    for (const state of ['VAT', 'PSE', 'COK', 'NIU']) expect(others).toContain(state);
  });
});

describe('a State’s name inside a sentence', () => {
  const said = (language: string, code: string) =>
    translator(language)('clearance.mail.steps.settled.text', {
      state: States.name(code, language),
      mechanism: 'RCM',
    });

  it.each([
    ['en', 'NLD', 'delegation of the Netherlands in'],
    ['en', 'KEN', 'delegation of Kenya in'],
    ['fr', 'KEN', 'délégation du Kenya dans'],
    ['fr', 'DZA', 'délégation de l’Algérie dans'],
    ['fr', 'CIV', 'délégation de Côte d’Ivoire dans'],
    ['fr', 'TCD', 'délégation du Tchad dans'],
    ['fr', 'COM', 'délégation des Comores dans'],
    ['fr', 'ISR', 'délégation d’Israël dans'],
    ['es', 'PER', 'delegación del Perú en'],
    ['es', 'ARG', 'delegación de la Argentina en'],
    ['es', 'USA', 'delegación de los Estados Unidos de América en'],
    ['es', 'MEX', 'delegación de México en'],
    ['ar', 'EGY', 'وفد مصر'],
  ])('has its article in %s: %s', (language, code, words) => {
    expect(said(language, code)).toContain(words);
  });

  it('begins a sentence with a capital, and is no other name’s', () => {
    const t = translator('en');
    expect(t('doc.lead', { who: 'Gambia' })).toBe('The Gambia reported the following:');
    expect(t('doc.lead', { who: 'one delegation' })).toBe('one delegation reported the following:');
    expect(t('doc.lead', { who: 'IOM' })).toBe('IOM reported the following:');
  });
});
