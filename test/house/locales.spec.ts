import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Catalogue = Record<string, string>;

const SOURCE = join(import.meta.dirname, '../../src');
const LOCALES = join(SOURCE, 'locales');
const SUFFIX = /_(zero|one|two|few|many|other)$/;
/** These say everything; a language that comes later may begin with a part. */
const COMPLETE = ['fr', 'es', 'ar'];

const languages = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const filesOf = (language: string) => readdirSync(join(LOCALES, language));
const read = (language: string, file: string) => readFileSync(join(LOCALES, language, file), 'utf8');
function catalogueOf(language: string, file: string): Catalogue {
  try {
    return JSON.parse(read(language, file)) as Catalogue;
  } catch (cause) {
    throw new Error(`${language}/${file} is not JSON`, { cause });
  }
}
const allOf = (language: string): Catalogue =>
  Object.assign({}, ...filesOf(language).map((file) => catalogueOf(language, file))) as Catalogue;

const english = allOf('en');
const baseOf = (key: string) => key.replace(SUFFIX, '');
const placeholdersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1]!))].sort();

/** What English says by count; a plain text with `{{count}}` may need plural forms in another language. */
const isPlural = (base: string) => `${base}_other` in english;
const mayBePlural = (base: string) => isPlural(base) || (english[base] ?? '').includes('{{count}}');

/** The plural forms of a language. i18next looks for `_zero` in every language, so a key may have it besides. */
function formsOf(language: string, base: string): string[] {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  const forms = `${base}_zero` in english ? [...new Set(['zero', ...categories])] : categories;
  return forms.map((form) => `${base}_${form}`);
}

/** The keys a language needs for a key of English, given those it has. */
function keysFor(language: string, base: string, own: Catalogue): string[] {
  const plural = isPlural(base) || (mayBePlural(base) && !(base in own));
  return plural ? formsOf(language, base) : [base];
}

/** A form for one number only, such as "one" in Spanish (in French it is for 0 and 1), may put the number in words. */
function isOneNumber(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return form === 'zero' || numbers.filter((number) => rules.select(number) === form).length === 1;
}

/** The placeholders that a text lacks or has too many, beside the English text it stands for. */
function differences(language: string, key: string, text: string): string[] {
  const base = baseOf(key);
  const form = SUFFIX.exec(key)?.[1];
  const given = placeholdersOf(text);
  const model = placeholdersOf(english[key] ?? english[`${base}_other`] ?? english[base] ?? '');
  // What is said of nothing needs neither a list nor a day.
  const ofNothing = form === 'zero' && !(key in english);
  const wrong = [
    ...model.filter((one) => !ofNothing && !given.includes(one)),
    ...given.filter((one) => !model.includes(one)),
  ];
  // "One item" in English may be "{{count}} item" elsewhere, and the other way round where the form allows it.
  const countIsFree = given.includes('count')
    ? placeholdersOf(english[`${base}_other`] ?? '').includes('count')
    : isOneNumber(language, form ?? 'other');
  return wrong.filter((one) => one !== 'count' || !form || !countIsFree);
}

describe('English', () => {
  it('is there, with every plural form', () => {
    expect(Object.keys(english).length).toBeGreaterThan(500);
    const plurals = Object.keys(english).map(baseOf).filter(isPlural);
    expect(plurals.flatMap((base) => formsOf('en', base)).filter((key) => !(key in english))).toEqual([]);
  });

  it('has every key that the code asks for by name', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file),
    );
    const asked = files.flatMap((file) =>
      [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({
        file,
        key: match[1]!,
      })),
    );
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter(({ key }) => !(key in english) && !isPlural(key))).toEqual([]);
  });
});

describe.each(languages)('the catalogues in %s', (language) => {
  const files = filesOf(language);
  const own = allOf(language);

  it('are JSON with flat keys, each there once in its file', () => {
    for (const file of files) {
      expect(file).toMatch(/^[a-z-]+\.json$/);
      const catalogue = catalogueOf(language, file);
      expect(
        Object.entries(catalogue).filter(([, text]) => typeof text !== 'string' || !text.trim()),
      ).toEqual([]);
      expect(read(language, file)).toBe(`${JSON.stringify(catalogue, null, 2)}\n`);
    }
  });

  it('say each thing in one file', () => {
    const keys = files.flatMap((file) => Object.keys(catalogueOf(language, file)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('say nothing that English does not say in the same file', () => {
    const strange = files.flatMap((file) => {
      const known = new Set(
        filesOf('en').includes(file) ? Object.keys(catalogueOf('en', file)).map(baseOf) : [],
      );
      return Object.keys(catalogueOf(language, file))
        .filter((key) => {
          const base = baseOf(key);
          return !known.has(base) || !keysFor(language, base, own).includes(key);
        })
        .map((key) => `${file}: ${key}`);
    });
    expect(strange).toEqual([]);
  });

  it('give every plural form of what they say', () => {
    const said = [...new Set(Object.keys(own).map(baseOf))];
    const missing = said.flatMap((base) => keysFor(language, base, own)).filter((key) => !(key in own));
    expect(missing).toEqual([]);
  });

  it('keep the placeholders', () => {
    const wrong = Object.entries(own).flatMap(([key, text]) =>
      differences(language, key, text).map((placeholder) => `${key}: ${placeholder}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no HTML', () => {
    expect(Object.entries(own).filter(([, text]) => /<\/?[a-z!][^>]*>|&[a-z]+;|&#\d+;/i.test(text))).toEqual(
      [],
    );
  });
});

describe.each(COMPLETE)('in %s', (language) => {
  it('nothing of English is missing', () => {
    const own = allOf(language);
    const bases = [...new Set(Object.keys(english).map(baseOf))];
    const missing = bases.flatMap((base) => keysFor(language, base, own)).filter((key) => !(key in own));
    expect(missing).toEqual([]);
  });
});
