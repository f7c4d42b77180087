import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { itemsOf } from '../support/exchange.js';
import { browserOf, newPerson } from '../support/factories.js';
import { buildProduct, type Product } from '../support/processes.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/imports');
const MECHANISM = 'rabat';

let test: TestApp;
let product: Product;
beforeAll(async () => {
  test = await startApp();
  product = await buildProduct();
}, 120_000);
afterAll(async () => {
  await product.close();
  await test.close();
});

/** `waymark plan import` in a process of its own, on the database of the test. */
async function run(file: string, ...options: string[]) {
  const env = { DATABASE_URL: test.config.databaseUrl, LOG_LEVEL: 'error' };
  const args = ['plan', 'import', join(FIXTURES, file), '--mechanism', MECHANISM, ...options];
  const command = product.run('cli', env, args);
  const { code } = await command.exit;
  const [where, ...lines] = command.output().trim().split('\n');
  expect(where).toContain('Data: ');
  return { code, lines };
}

describe('waymark plan import', () => {
  it('says with --dry-run what would happen to every row, and makes the plan without it', async () => {
    const client = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
    const plans = async () =>
      (await client.api('GET', `/mechanisms/${MECHANISM}/plans`)).json<{ items: { id: string }[] }>().items;
    const options = ['--title', 'Rabat Action Plan', '--unknown-owner', 'partner'];
    const file = 'domains-objectives-actions-merged.xlsx';
    const dry = await run(file, ...options, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.lines).toHaveLength(11);
    expect(dry.lines[0]).toBe('row 2: new Domain 1 Legal migration');
    expect(dry.lines.at(-1)).toBe('10 items to add, 0 rows left out, 0 problems. Nothing was changed.');
    expect(await plans()).toEqual([]);

    const made = await run(file, ...options);
    const [, id] =
      /^Plan "Rabat Action Plan" is made \((.+)\): 10 items, 0 rows left out\.$/.exec(made.lines.at(-1)!) ??
      [];
    expect(made.code).toBe(0);
    expect((await plans()).map((plan) => plan.id)).toEqual([id]);
    expect(await itemsOf(client, id!)).toHaveLength(10);
  }, 60_000);

  it('warns of what the preview warns of, and takes the answers and the characters as options', async () => {
    const file = 'russian-koi8-r.csv';
    const dry = await run(file, '--title', 'План', '--dry-run');
    expect(dry.lines[0]).toContain(
      'file: The file does not say which characters it uses. It is read as KOI8-R',
    );
    expect(dry.lines.find((line) => line.startsWith('row 4'))).toContain(
      '(sdg: “10-июл” is a date. Before a spreadsheet program changed it, it may have been 10.7.',
    );
    expect(dry.lines.at(-1)).toContain('3 problems. It cannot be taken in like this.');
    const answers = ['--correct', 'sdg:10-июл=10.7', 'sdg:8-авг=8.8', 'owners:МОМ=Partner: МОМ'];
    const made = await run(file, '--title', 'План', '--encoding', 'KOI8-R', '--language', 'ru', ...answers);
    expect(made.lines[0]).toBe(
      'row 4: new 1.1 Обучение сотрудников пограничной службы (sdg: “10-июл” is read as “10.7”, as you chose.)',
    );
    expect(made.lines.at(-1)).toMatch(/^Plan "План" is made \(.+\): 5 items, 0 rows left out\.$/);
  }, 60_000);

  it('says what is wrong with a file by row and column, and makes nothing', async () => {
    const refused = await run('unknown-words.xlsx', '--title', 'Words');
    expect(refused.code).toBe(1);
    expect(refused.lines.map((line) => line.split(':')[0])).toEqual([
      'rows.3.status',
      'rows.3.objectives',
      'rows.3.crossCutting',
      'rows.4.title.en',
    ]);
  }, 60_000);
});
