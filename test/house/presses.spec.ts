import { readdirSync, readFileSync } from 'node:fs';
import { NEITHER } from './presses.data.js';

/** A POST of a page, as its source has it. */
interface PressSource {
  name: string;
  asks: boolean;
  undo: boolean;
}

/** From `@Post` to the end of the method. */
const METHOD = /\n {2}@Post\([^)]*\)[\s\S]*?\n {2}(?:async )?(\w+)\([\s\S]*?\n {2}\}\n/g;
const CLASS = /^(?:export )?(?:abstract )?class (\w+)/gm;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.pages\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'));

const presses: PressSource[] = sources.flatMap((source) => {
  const classes = [...source.matchAll(CLASS)];
  return [...source.matchAll(METHOD)].map((found) => {
    const [text, method] = found;
    const owner = classes.filter(({ index }) => index < found.index).at(-1)![1]!;
    return {
      name: `${owner}.${method}`,
      asks: /\n {2}@Asks</.test(text),
      undo: /\n {2}@OffersUndo\(\)/.test(text),
    };
  });
});

const stated = Object.values(NEITHER).flat();

describe('every button that does something', () => {
  it('is found in the source', () => {
    expect(presses.length).toBeGreaterThan(150);
    const posts = sources.flatMap((source) => [...source.matchAll(/\n {2}@Post\(/g)]);
    expect(presses).toHaveLength(posts.length);
  });

  it('asks first, offers what takes it back, or is said to need neither', () => {
    const undeclared = presses.filter(({ name, asks, undo }) => !asks && !undo && !stated.includes(name));
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  it.each(readdirSync('src/locales').filter((name) => !name.includes('.')))(
    'asks with two ways out that cannot be taken for one another (%s)',
    (language) => {
      const texts: Record<string, string> = Object.assign(
        {},
        ...readdirSync(`src/locales/${language}`).map((file) =>
          JSON.parse(readFileSync(`src/locales/${language}/${file}`, 'utf8')),
        ),
      );
      const verbs = sources.flatMap((source) =>
        [...source.matchAll(/@Asks<\w+>\('([\w.]+)'/g)].map(([, key]) => key!),
      );
      expect(verbs.length).toBeGreaterThan(20);
      expect(verbs.filter((key) => !texts[key] || texts[key] === texts['form.cancel'])).toEqual([]);
    },
  );

  it('is in one place of the list, and there as long as it is in the product', () => {
    const known = new Set(presses.map(({ name }) => name));
    expect(stated.filter((name) => !known.has(name))).toEqual([]);
    expect(stated.filter((name, index) => stated.indexOf(name) !== index)).toEqual([]);
    const asking = presses.filter(({ asks }) => asks).map(({ name }) => name);
    expect(stated.filter((name) => asking.includes(name))).toEqual([]);
  });
});
