import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { actions } from '../src/framework/framework.js';
import { ITEM_STATUSES } from '../src/plans/vocabulary.js';
import { startApp, type TestApp } from './support/app.js';
import type { Client } from './support/client.js';
import { browserOf, newPerson } from './support/factories.js';

const MECHANISM = 'rcm';
const FORMATS = ['xlsx', 'csv', 'json'] as const;

let test: TestApp;
let client: Client;
beforeAll(async () => {
  test = await startApp();
  client = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
});
afterAll(() => test.close());

type Fields = Record<string, unknown> & { id: string; parentId: string | null };

async function newPlan(fields: object): Promise<string> {
  const answer = await client.api('POST', `/mechanisms/${MECHANISM}/plans`, fields);
  return answer.json<{ id: string }>().id;
}

/** Everything a plan says, with the place of each item by the index of the one above it. */
async function saidBy(planId: string) {
  const { items } = (await client.api('GET', `/plans/${planId}/items`)).json<{ items: Fields[] }>();
  const index = new Map(items.map(({ id }, at) => [id, at]));
  return items.map(({ id: _i, planId: _p, parentId, version: _v, carriedFromId: _c, ...fields }) => ({
    ...fields,
    parent: parentId === null ? null : index.get(parentId),
  }));
}

async function andBack(planId: string, format: (typeof FORMATS)[number], into = '') {
  const file = await client.get(`/plans/${planId}/export.${format}`);
  expect([format, file.status]).toEqual([format, 200]);
  const address = into ? `/api/v1/plans/${into}/import` : `/api/v1/plans/import?mechanismId=${MECHANISM}`;
  const answer = await client.upload(address, { field: 'file', name: `plan.${format}`, content: file.bytes });
  expect([format, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([format, 200, '']);
  return answer.json<{ plan: Record<string, unknown> & { id: string }; counts: Record<string, number> }>();
}

const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
    fc.constantFrom(
      '=SUM(A1)',
      "'quoted",
      '1.10',
      '03/04/2025',
      'تدريب (IOM)',
      'two\nlines',
      '-',
      '+5',
      'TRUE',
      '007',
      'constructor',
      '__proto__',
    ),
  )
  .map((text) => text.replaceAll(/\p{Cc}/gu, (mark) => (mark === '\n' ? mark : '')).trim())
  .filter((text) => text !== '');
const localized = fc
  .tuple(fc.constantFrom('en', 'es', 'ar'), words, fc.option(words, { nil: undefined }))
  .map(([original, text, french]) => ({
    original,
    texts: { [original]: text, ...(french && { fr: french }) },
  }));
const when = fc.oneof(
  fc.constant({ precision: 'none' }),
  fc.record({
    precision: fc.constantFrom('day', 'month', 'quarter', 'half-year', 'year', 'open-ended', 'recurring'),
    start: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    text: fc.option(words, { nil: null }),
  }),
);
const item = fc.record({
  above: fc.nat(),
  code: fc.oneof(fc.constant(''), fc.constantFrom('1', '1.1', '1.10', '5a', 'II.3', 'A-1', '007', '2025')),
  title: localized,
  description: fc.option(localized, { nil: null }),
  kind: fc.option(words, { nil: null }),
  status: fc.option(fc.constantFrom(...ITEM_STATUSES), { nil: null }),
  when,
  owners: fc.uniqueArray(
    fc.constantFrom(
      'chair',
      'secretariat',
      'all-members',
      'state:MEX',
      'state:SLV',
      'partner:IOM, UNHCR',
      'working-group:Labour',
    ),
    { maxLength: 3 },
  ),
  objectives: fc.uniqueArray(fc.constantFrom('9', '23', ...actions.slice(0, 40).map(({ ref }) => ref)), {
    maxLength: 3,
  }),
  principles: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
  references: fc.uniqueArray(fc.constantFrom('sdg:8.8', 'jvap:2', 'Agenda 2063:Goal 4'), { maxLength: 2 }),
  funding: fc.option(
    fc.record({ currency: fc.constant('EUR'), needed: fc.constantFrom('1250000.50', '0', '10') }),
    { nil: null },
  ),
  crossCutting: fc.boolean(),
  institutional: fc.boolean(),
});

describe('a plan that leaves as a file', () => {
  it('comes back the same, field by field, in all three formats, and again into itself without a change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), localized, async (items, title) => {
        const planId = await newPlan({ title, kind: 'strategic', levelNames: ['Domain', 'Action'] });
        const ids: string[] = [];
        for (const { above, ...fields } of items) {
          const parentId = above % (ids.length + 1) === 0 ? null : ids[(above % (ids.length + 1)) - 1];
          const answer = await client.api('POST', `/plans/${planId}/items`, { ...fields, parentId });
          expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, '']);
          ids.push(answer.json<{ id: string }>().id);
        }
        const said = await saidBy(planId);
        for (const format of FORMATS) {
          const { plan } = await andBack(planId, format);
          expect({ format, items: await saidBy(plan.id) }).toEqual({ format, items: said });
          // A CSV file is a table of items and has no place for what is said of the plan.
          if (format !== 'csv') expect(plan.title).toEqual(title);
          const again = await andBack(planId, format, planId);
          expect(again.counts).toMatchObject({ added: 0, changed: 0, moved: 0, removed: 0 });
        }
      }),
      { numRuns: 8, endOnFailure: true, seed: Number(process.env.SEED ?? 2026) },
    );
  }, 300_000);

  it.each(['khartoum-sharm-2015', 'midwa-strategy', 'puebla-three-layers'])(
    'and was a real one: %s',
    async (name) => {
      const { sheet, expected } = JSON.parse(
        readFileSync(new URL(`./fixtures/plans/${name}.json`, import.meta.url), 'utf8'),
      ) as { sheet: string[][]; expected: object[] };
      const { utils, write } = await import('@e965/xlsx');
      const book = utils.book_new(utils.aoa_to_sheet(sheet), 'Plan');
      const made = await client.upload(`/api/v1/plans/import?mechanismId=${MECHANISM}`, {
        field: 'file',
        name: `${name}.xlsx`,
        content: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
      });
      expect(made.status).toBe(200);
      const first = await saidBy(made.json<{ plan: { id: string } }>().plan.id);
      expect(first).toHaveLength(expected.length);
      expect(first).toMatchObject(expected);
      const { plan } = await andBack(made.json<{ plan: { id: string } }>().plan.id, 'xlsx');
      expect(await saidBy(plan.id)).toEqual(first);
    },
  );
});

describe('a corrected file', () => {
  it('changes what differs, removes nothing by itself, and is refused when the plan changed since', async () => {
    const planId = await newPlan({ title: { original: 'en', texts: { en: 'A plan' } }, kind: 'annual' });
    for (const code of ['1', '2', '3'])
      await client.api('POST', `/plans/${planId}/items`, {
        code,
        title: { original: 'en', texts: { en: `Item ${code}` } },
        parentId: null,
      });
    const corrected = Buffer.from('Code,Title\n1,Item 1\n2,Item two\n4,Item 4\n');
    const file = { field: 'file', name: 'plan.csv', content: corrected };
    const dry = (await client.upload(`/api/v1/plans/${planId}/import?dryRun=true`, file)).json<{
      rows: { code: string; outcome: string; differences: object[] }[];
      missing: { id: string; code: string }[];
    }>();
    expect(dry.rows.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['1', 'same'],
      ['2', 'changed'],
      ['4', 'new'],
    ]);
    expect(dry.rows[1]!.differences).toEqual([{ column: 'title.en', before: 'Item 2', after: 'Item two' }]);
    expect(dry.missing.map(({ code }) => code)).toEqual(['3']);
    expect(await saidBy(planId)).toHaveLength(3);
    await client.upload(`/api/v1/plans/${planId}/import`, file);
    expect((await saidBy(planId)).map((one) => (one as unknown as { code: string }).code).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    await client.upload(`/api/v1/plans/${planId}/import?remove=${dry.missing[0]!.id}`, file);
    expect(await saidBy(planId)).toHaveLength(3);
  });

  it('waits for an amendment when the plan is adopted', async () => {
    const planId = await newPlan({ title: { original: 'en', texts: { en: 'Adopted' } }, kind: 'annual' });
    await client.api('POST', `/plans/${planId}/items`, {
      code: '1',
      title: { original: 'en', texts: { en: 'One' } },
      parentId: null,
    });
    await client.api('POST', `/plans/${planId}/adoption`, { by: 'A meeting', on: '2027-01-10' });
    const file = {
      field: 'file',
      name: 'plan.csv',
      content: Buffer.from('Code,Title\n1,One changed\n2,Two\n'),
    };
    const refused = await client.upload(`/api/v1/plans/${planId}/import`, file);
    expect([409, 422]).toContain(refused.status);
    expect(await saidBy(planId)).toHaveLength(1);
    await client.api('POST', `/plans/${planId}/amendments`, { reason: 'A corrected file' });
    expect((await client.upload(`/api/v1/plans/${planId}/import`, file)).status).toBe(200);
    expect(await saidBy(planId)).toHaveLength(2);
  });

  it('is seen by nobody but who brought it, on pages that work step by step', async () => {
    const brought = await client.upload(`/mechanisms/${MECHANISM}/plans/import`, {
      field: 'file',
      name: 'plan.csv',
      content: Buffer.from('Code,Title\n1,Step by step\n'),
    });
    expect(brought.status).toBe(303);
    const address = brought.headers.location!;
    expect((await client.get(address)).status).toBe(200);
    const other = await browserOf(test, await newPerson(test, ['secretariat', MECHANISM]));
    expect((await other.get(address)).status).toBe(404);
  });
});
