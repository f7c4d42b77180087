import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startApp } from '../support/app.js';

/** Words of holding to account and of league tables, as whole words in names and in texts. */
const JUDGING =
  /\b(scor(e|es|ed|ing)|rank(s|ed|ing|ings)?|league|leaderboard|overdue|complian(ce|t)|non-?compliant|laggards?|traffic light|best performers?|worst performers?|benchmark(s|ed)?|response rate)\b/i;
/** Where a word means something else, with what it means. */
const MEANT_OTHERWISE: { key: RegExp; reason: string }[] = [
  { key: /^help\.text\.waymark$/, reason: 'says that there is none of it' },
  {
    key: /^(framework|objective|principle|action|sdg)\./,
    reason: 'official words of the Compact and the goals',
  },
];
/** What lists may be ordered by: nothing that is a State or how far it is. */
const ORDERS = /^(sort|order|orderBy|sortBy|direction)$/i;
const PROGRESS_ORDER = /(state|country|addressee|reporter|progress|submitted|status|entries|answers)/i;
/** A number for each State is a comparison of States. */
const PER_STATE =
  /^(by|per)(State|Country|Member|Addressee|Reporter)s?$|^(state|country|member|reporter|addressee)(Count|Total|Rate|Share|Rank|Score)s?$/i;

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  [more: string]: unknown;
}

let test: TestApp;
let description: {
  paths: Record<string, Record<string, { parameters?: { name: string; schema?: { enum?: string[] } }[] }>>;
};
beforeAll(async () => {
  test = await startApp();
  description = (await (await fetch(`${test.url}/api/v1/openapi.json`)).json()) as typeof description;
});
afterAll(() => test.close());

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');

function namesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) value.forEach((one) => namesIn(one, found));
  else if (value && typeof value === 'object') {
    const { properties } = value as Schema;
    for (const name of Object.keys(properties ?? {})) found.add(name);
    Object.values(value).forEach((one) => namesIn(one, found));
  }
  return found;
}

describe('nothing compares States by progress', () => {
  it('in the schemas of the API', () => {
    expect(Object.keys(description.paths).length).toBeGreaterThan(50);
    const names = [...namesIn(description)];
    expect(names.filter((name) => JUDGING.test(words(name)) || PER_STATE.test(name))).toEqual([]);
  });

  it('in the parameters of the API: no list is ordered by State or progress', () => {
    const orders = Object.entries(description.paths).flatMap(([path, verbs]) =>
      Object.values(verbs).flatMap(({ parameters = [] }) =>
        parameters
          .filter(
            ({ name, schema }) =>
              ORDERS.test(name) && (schema?.enum ?? ['state']).some((one) => PROGRESS_ORDER.test(one)),
          )
          .map(({ name }) => `${path}?${name}`),
      ),
    );
    expect(orders).toEqual([]);
  });

  it('in what people read', () => {
    const folder = 'src/locales/en';
    const found = readdirSync(folder).flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>)
        .filter(([key, text]) => JUDGING.test(text) || JUDGING.test(words(key.replaceAll('.', ' '))))
        .filter(([key]) => !MEANT_OTHERWISE.some((other) => other.key.test(key)))
        .map(([key, text]) => `${key}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('in templates: nobody sorts what is shown by the state of an addressee or an entry', () => {
    const found = filesBelow('src')
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.spec.ts') && !path.startsWith('src/demo/'))
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) =>
            /orderBy\(['"`](addressee|entry)\.(state|submittedVersion|acceptedVersion)|ADDRESSEE_STATES\.indexOf|class="[^"]*\b(late|overdue|behind)\b/.test(
              line,
            ),
          )
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  it('and the check itself finds what it looks for', () => {
    expect(JUDGING.test('Compliance score')).toBe(true);
    expect(PER_STATE.test('byState')).toBe(true);
    expect(JUDGING.test('Franked letters')).toBe(false);
  });
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)],
  );
