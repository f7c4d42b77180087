import { listed } from '../../../src/platform/i18n/listed.js';

it.each([
  ['en', ['Kenya', 'Mexico', 'Panama'], 'Kenya, Mexico and Panama'],
  ['en', ['Kenya'], 'Kenya'],
  ['en', [], ''],
  ['fr', ['Kenya', 'Mexique', 'Panama'], 'Kenya, Mexique et Panama'],
  ['es', ['Kenya', 'México', 'Italia'], 'Kenya, México e Italia'],
  ['ar', ['كينيا', 'المكسيك'], 'كينيا والمكسيك'],
  ['ar', ['كينيا', 'المكسيك', 'بنما'], 'كينيا، والمكسيك، وبنما'],
  // Names in Latin letters keep the comma on their side.
  ['ar', ['Ana', 'Bob'], '\u2068Ana\u2069 و\u2068Bob\u2069'],
  ['ar', ['\u2068Ana\u2069'], '\u2068Ana\u2069'],
])('names in a sentence are listed as %s has it: %j', (language, names, sentence) => {
  expect(listed(names, language)).toBe(sentence);
});

it('a list that stands alone in a cell has commas', () => {
  expect(listed(['Chair', 'Kenya', 'Mexico'], 'en', 'unit')).toBe('Chair, Kenya, Mexico');
});
