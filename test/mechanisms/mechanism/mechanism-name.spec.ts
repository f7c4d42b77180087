import { languageOfName, nameIn, shortNameIn } from '../../../src/mechanisms/mechanism/mechanism-name.js';

const rcm = {
  id: 'rcm',
  officialName: 'Regional Conference on Migration',
  shortName: 'Puebla Process',
  languages: ['es', 'en'],
  officialNames: {},
  shortNames: {},
};
const renamed = { ...rcm, officialName: 'Conferencia', shortName: 'CRM' };
const own = { ...rcm, id: 'new-one', officialName: 'Dialogue du lac', shortName: 'Lac', languages: ['fr'] };

it.each([
  ['as the registry found it', rcm, 'es', 'Proceso Puebla', 'es'],
  [
    'as its secretariat wrote it, whatever was found',
    { ...rcm, shortNames: { es: 'La CRM' } },
    'es',
    'La CRM',
    'es',
  ],
  ['by its own name, in its language, where no other is known', rcm, 'ar', 'Puebla Process', 'en'],
  ['by its new name alone once it was renamed', renamed, 'ar', 'CRM', 'es'],
  ['by its own name in a language it was not written for', own, 'en', 'Lac', 'fr'],
])('a mechanism is called %s', (_, mechanism, language, text, written) => {
  expect(nameIn('shortName', mechanism, language)).toMatchObject({
    text,
    language: written,
    fallback: written !== language,
  });
});

it('one that is read without its names in other languages keeps its own', () => {
  expect(shortNameIn({ id: 'gone', shortName: 'Gone' }, 'fr')).toBe('Gone');
});

it.each([
  ['the registry', rcm, 'en'],
  ['the first language of one that was renamed', renamed, 'es'],
])('the language of its own name is that of %s', (_, mechanism, language) => {
  expect(languageOfName(mechanism)).toBe(language);
});
