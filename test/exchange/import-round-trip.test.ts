import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Indicator } from '../../src/indicators/indicator.entity.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { inputOf } from '../../src/indicators/snapshot.js';
import { Problem } from '../../src/platform/http/field.js';
import { readFields } from '../../src/platform/http/read-input.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ItemsService } from '../../src/plans/items/items.service.js';
import { ItemInput } from '../../src/plans/items/item.dto.js';
import { PlanInput } from '../../src/plans/plan/plan.dto.js';
import { PlansService } from '../../src/plans/plan/plans.service.js';
import { anyIndicator, anyPlan, anyTree } from '../support/any-plan.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { factsOf, importFile } from '../support/exchange.js';
import { browserOf, newPerson, type Person } from '../support/factories.js';

const MECHANISM = 'rcm';
/** Indicators, each with the item that it is put on. */
const measured = fc.array(fc.tuple(anyIndicator, fc.nat()), { maxLength: 4 });
const FORMATS = ['xlsx', 'csv', 'json'] as const;
/** Codes that a spreadsheet program takes for dates and figures. */
const LOOK_LIKE_OTHERS: [PlanInput, [ItemInput, null][], []] = [
  input(PlanInput, { title: text('Plan'), kind: 'annual' }),
  ['12/03/2025', '10-Jul', '1E+01', "'1/2/2026", ''].map((code) => [
    input(ItemInput, { code, title: text('Item') }),
    null,
  ]),
  [],
];

function text(en: string) {
  return { original: 'en', texts: { en } };
}
function input<T extends object>(as: new () => T, fields: object): T {
  const read = readFields(as, fields);
  if (read instanceof Problem) throw new TypeError(JSON.stringify(read));
  return read;
}

let test: TestApp;
let office: Person;
let client: Client;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  client = await browserOf(test, office);
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
  const address = into
    ? `/api/v1/plans/${into}/import`
    : `/api/v1/plans/import?mechanismId=${MECHANISM}&unknownOwner=partner`;
  const answer = await client.upload(address, { field: 'file', name: `plan.${format}`, content: file.bytes });
  expect([format, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([format, 200, '']);
  return answer.json<{ plan: Record<string, unknown> & { id: string }; counts: Record<string, number> }>();
}

async function makePlan(fields: PlanInput, tree: [ItemInput, number | null][]): Promise<string> {
  const plan = await test.get(PlansService).create(office.actor, MECHANISM, fields);
  const ids: string[] = [];
  for (const [item, pick] of tree) {
    const parentId = pick === null || ids.length === 0 ? null : ids[pick % ids.length]!;
    ids.push((await test.get(ItemsService).add(office.actor, plan.id, { ...item, parentId })).id);
  }
  return plan.id;
}

/** What is measured on its items, with the places of those. */
async function measuredIn(planId: string) {
  const { items } = (await client.api('GET', `/plans/${planId}/items`)).json<{ items: Fields[] }>();
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const indicators = await test.get(UnitOfWork).read.find(Indicator, {
    where: { item: { planId } },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return indicators.map((one) => ({ ...inputOf(one), on: places.get(one.itemId) }));
}

describe('a plan that leaves as a file', () => {
  it.each(FORMATS)(
    'comes back the same from %s, field by field, and again into itself without a change',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyPlan, anyTree, measured, async (fields, tree, indicators) => {
          const planId = await makePlan(fields, tree);
          const { items } = (await client.api('GET', `/plans/${planId}/items`)).json<{ items: Fields[] }>();
          for (const [input, pick] of indicators)
            await test.get(IndicatorsService).add(office.actor, items[pick % items.length]!.id, input);
          const { plan } = await andBack(planId, format);
          expect(await saidBy(plan.id)).toEqual(await saidBy(planId));
          // A CSV file is a table of items and has no place for what is said of the plan.
          if (format !== 'csv') expect(await measuredIn(plan.id)).toEqual(await measuredIn(planId));
          if (format !== 'csv') expect(await factsOf(client, plan.id)).toEqual(await factsOf(client, planId));
          const before = await measuredIn(planId);
          const again = await andBack(planId, format, planId);
          expect(await measuredIn(planId)).toEqual(before);
          expect(again.counts).toEqual({
            added: 0,
            changed: 0,
            moved: 0,
            removed: 0,
            same: tree.length,
            leftOut: 0,
          });
        }),
        { numRuns: 4, examples: [LOOK_LIKE_OTHERS] },
      );
    },
    240_000,
  );

  it.each(['khartoum-sharm-2015', 'midwa-strategy'])('and was a real one: %s', async (name) => {
    const { sheet, expected } = JSON.parse(
      readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url), 'utf8'),
    ) as { sheet: string[][]; expected: object[] };
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new(utils.aoa_to_sheet(sheet), 'Plan');
    const made = await client.upload(`/api/v1/plans/import?mechanismId=${MECHANISM}&unknownOwner=partner`, {
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
  });

  it('and was three plans within each other: those of the Puebla Process', async () => {
    const content = readFileSync(new URL('../fixtures/plans/puebla.xlsx', import.meta.url));
    const layers = [
      { sheet: 'Strategic plan', kind: 'strategic', title: 'Strategic Plan 2019-2022', items: 3 },
      { sheet: 'Multi-annual plan', kind: 'multi-annual', title: 'Working groups and networks', items: 7 },
      { sheet: 'Presidency 2021', kind: 'presidency', title: 'Presidency pro tempore 2021', items: 4 },
    ];
    let parentPlanId: string | null = null;
    for (const { items, ...query } of layers) {
      const made = await importFile(
        client,
        `/mechanisms/${MECHANISM}/plans/import`,
        { name: 'puebla.xlsx', content },
        query,
      );
      expect(made).toMatchObject({
        status: 200,
        counts: { added: items, leftOut: 0 },
        plan: { kind: query.kind },
      });
      const { id, version, title, kind, levelNames } = made.plan;
      const period = { periodStart: '2019-01-01', periodEnd: '2022-12-31' };
      const fields = { title, kind, levelNames, version, parentPlanId, ...period };
      expect((await client.api('PATCH', `/plans/${id}`, fields)).status).toBe(200);
      for (const format of ['xlsx', 'json'] as const) {
        const { plan } = await andBack(id, format);
        expect(await saidBy(plan.id)).toEqual(await saidBy(id));
        expect(await factsOf(client, plan.id)).toEqual(await factsOf(client, id));
        expect(await factsOf(client, plan.id)).toMatchObject({ parentPlanId, ...period });
      }
      parentPlanId = id;
    }
  });
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
