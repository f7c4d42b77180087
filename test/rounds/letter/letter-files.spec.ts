import { admitFile, filesFor } from '../../../src/rounds/letter/letter-files.js';

const file = (language: string, name: string, bytes = 1000) => ({ language, name, bytes });
const FILES = [file('fr', 'a'), file('en', 'b'), file('fr', 'c')];

it.each([
  ['their language', 'fr', 'en', ['a', 'c']],
  ['the original, where there is none in theirs', 'ar', 'en', ['b']],
  ['what there is, where there is neither', 'ar', 'es', ['a', 'c']],
])('a reader gets the files of %s', (_, language, original, names) =>
  expect(filesFor(FILES, language, original).map(({ name }) => name)).toEqual(names),
);

it.each([
  ['one more', FILES, 5_000_000, null],
  ['more than many mail servers take', [file('en', 'b', 4_000_000)], 4_000_000, 'error.letterTooLarge'],
  ['the same in another language', [file('fr', 'b', 4_000_000)], 4_000_000, null],
  ['a sixth', Array.from({ length: 5 }, () => file('en', 'b')), 10, 'error.letterFiles'],
])('a mail carries or refuses %s', (_, files, bytes, key) => {
  const add = () => admitFile(files, 'en', bytes);
  if (key === null) expect(add).not.toThrow();
  else
    expect(add).toThrow(
      expect.objectContaining({ fields: { file: expect.objectContaining({ key }) as object } }),
    );
});
