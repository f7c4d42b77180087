import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exceptions, terms } from './words.data.js';

const LOCALES = join(import.meta.dirname, '../../src/locales');
const languages = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const textsOf = (language: string): [key: string, text: string][] =>
  readdirSync(join(LOCALES, language)).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8')) as Record<string, string>),
  );

describe.each(languages)('the words of the interface in %s', (language) => {
  const texts = textsOf(language);

  it('are those of the glossary: one act one word, one thing one noun', () => {
    const wrong = terms.flatMap(({ meaning, words, rejected }) =>
      (rejected[language] ?? []).flatMap((pattern) =>
        texts
          .filter(([key, text]) => !(key in exceptions) && pattern.test(text))
          .map(([key, text]) => `${key}: “${text}” (${pattern}; ${words[language] ?? meaning})`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('are given for every term', () => {
    const missing = terms.filter(({ words }) => Object.keys(words).length > 0 && !(language in words));
    expect(missing.map(({ meaning }) => meaning)).toEqual([]);
  });
});
