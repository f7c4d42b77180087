import fc from 'fast-check';
import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { CarryOverService } from '../../../src/plans/carry-over/carry-over.service.js';
import { ItemRemovalService } from '../../../src/plans/items/item-removal.service.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';

const MECHANISM = 'khartoum';
let test: TestApp;
let office: Person;
let api: Client;
let browser: Client;

beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  api = await programOf(test, office);
  browser = await browserOf(test, office);
});
afterAll(() => test.close());

const carry = (planId: string, items: string[], parentId?: string) =>
  api.api('POST', `/plans/${planId}/carrying`, { items, parentId });
const idOf = (items: PlanItem[], code: string) => items.find((item) => item.code === code)!.id;
const newDraft = async (items: object[] = []) =>
  (await newPlan(test, MECHANISM, items, { draft: true })).plan;

interface Line {
  id: string;
  parentId: string | null;
  code: string;
  position: number;
}
const linesOf = async (planId: string) =>
  (await api.api('GET', `/plans/${planId}/items`)).json<{ items: (Line & Record<string, unknown>)[] }>()
    .items;

/** A tree as text: `A(A.1(A.1.a) A.2) B`. */
function drawn(items: Line[], parentId: string | null = null): string {
  return items
    .filter((item) => item.parentId === parentId)
    .map((item) => {
      const below = drawn(items, item.id);
      return below ? `${item.code}(${below})` : item.code;
    })
    .join(' ');
}

describe('carrying items over', () => {
  it('copies them with everything below, with what the plan says of them and without the status', async () => {
    const former = await newPlan(test, MECHANISM, [
      { code: 'A' },
      {
        code: 'A.1',
        parent: 'A',
        owners: ['state:KEN', 'partner:A partner'],
        objectives: ['9(a)', '10'],
        when: { precision: 'year', start: '2026-01-01' },
        status: 'ongoing',
      },
      { code: 'A.1.a', parent: 'A.1' },
      { code: 'B' },
    ]);
    const [, original] = former.items;
    await api.api('PATCH', `/items/${original!.id}`, {
      ...(await api.api('GET', `/items/${original!.id}`)).json<object>(),
      references: ['sdg:8.8'],
    });
    const plan = await newDraft([{ code: 'Z' }]);
    const form = await browser.get(`/plans/${plan.id}/carrying?from=${former.plan.id}`);
    expect(form.body).toContain('with 1 item below it');
    expect(form.body).toContain(`under=${idOf(former.items, 'A')}`);
    const branch = await browser.get(
      `/plans/${plan.id}/carrying?from=${former.plan.id}&under=${idOf(former.items, 'A')}`,
    );
    expect(branch.body).toContain(`value="${original!.id}"`);
    const done = await browser.submit(`/plans/${plan.id}/carrying?from=${former.plan.id}`, {
      items: [original!.id, idOf(former.items, 'B')],
    });
    expect(done.body).toContain('The items have been carried over.');
    const lines = await linesOf(plan.id);
    expect(drawn(lines)).toBe('Z A.1(A.1.a) B');
    const copy = (await api.api('GET', `/items/${lines.find(({ code }) => code === 'A.1')!.id}`)).json();
    expect(copy).toMatchObject({
      status: null,
      when: { precision: 'year', start: '2026-01-01' },
      references: ['sdg:8.8'],
      carriedFrom: [{ id: original!.id, planId: former.plan.id }],
    });
    expect(copy.owners).toEqual(expect.arrayContaining(['state:KEN', 'partner:A partner']));
    expect(copy.objectives).toEqual(expect.arrayContaining(['9(a)', '10']));
    const events = await test
      .get(UnitOfWork)
      .read.findBy(AuditEvent, { action: 'plan.carryOver', subjectId: plan.id });
    expect(events).toMatchObject([{ scope: MECHANISM, after: { count: 3 } }]);
  });

  it('links both ways, through as many plans as there are', async () => {
    const first = await newPlan(test, MECHANISM, [{ code: '1', title: 'The first' }]);
    const [second, third] = [await newDraft(), await newDraft()];
    await carry(second.id, [first.items[0]!.id]);
    const [copy] = await linesOf(second.id);
    await carry(third.id, [copy!.id]);
    const [last] = await linesOf(third.id);
    expect((await api.api('GET', `/items/${last!.id}`)).json()).toMatchObject({
      carriedFrom: [{ id: copy!.id }, { id: first.items[0]!.id }],
      carriedOnAs: [],
    });
    const page = await browser.get(`/items/${last!.id}`);
    for (const id of [copy!.id, first.items[0]!.id]) expect(page.body).toContain(`href="/items/${id}"`);
    expect((await browser.get(`/items/${first.items[0]!.id}`)).body).toContain(`href="/items/${copy!.id}"`);
  });

  it('adds nothing twice, also when two do it at once', async () => {
    const former = await newPlan(test, MECHANISM, [{ code: 'A' }, { code: 'A.1', parent: 'A' }]);
    const plan = await newDraft();
    const ids = [idOf(former.items, 'A')];
    const service = test.get(CarryOverService);
    await Promise.all([1, 2].map(() => service.carry(office.actor, plan.id, { items: ids, parentId: null })));
    expect(drawn(await linesOf(plan.id))).toBe('A(A.1)');
    await test
      .get(ItemRemovalService)
      .remove(office.actor, (await linesOf(plan.id)).find(({ code }) => code === 'A.1')!.id);
    await carry(plan.id, ids);
    expect(drawn(await linesOf(plan.id))).toBe('A(A.1)');
    expect((await browser.get(`/plans/${plan.id}/carrying?from=${former.plan.id}`)).body).toContain(
      'carried over already',
    );
  });

  it('puts them below an item when asked to, and refuses what it cannot', async () => {
    const former = await newPlan(test, MECHANISM, [{ code: 'A' }, { code: 'B' }]);
    const elsewhere = await newPlan(test, 'rcm', [{ code: 'X' }]);
    const plan = await newDraft([{ code: 'Z' }, { code: 'Z.1', parent: 'Z' }]);
    const [z] = await linesOf(plan.id);
    expect((await carry(plan.id, [idOf(former.items, 'A')], z!.id)).status).toBe(201);
    expect(drawn(await linesOf(plan.id))).toBe('Z(Z.1 A)');
    for (const [items, parentId] of [
      [[], undefined],
      [[elsewhere.items[0]!.id], undefined],
      [[z!.id], undefined],
      [['01a20f7d-0000-7000-8000-000000000000'], undefined],
      [[idOf(former.items, 'B')], idOf(former.items, 'A')],
    ] as const)
      expect((await carry(plan.id, [...items], parentId)).status).toBe(422);
    const nothing = await browser.post(`/plans/${plan.id}/carrying?from=${former.plan.id}`, {});
    expect(nothing.status).toBe(422);
    expect(nothing.body).toContain('Choose at least one item.');
    expect((await carry(former.plan.id, [z!.id])).status).toBe(409);
    expect((await browser.get(`/plans/${former.plan.id}/carrying`)).status).toBe(409);
    expect(drawn(await linesOf(plan.id))).toBe('Z(Z.1 A)');
  });

  it('is recorded by an amendment', async () => {
    const former = await newPlan(test, MECHANISM, [{ code: 'A' }]);
    const { plan } = await newPlan(test, MECHANISM, []);
    await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'To carry on' });
    expect((await carry(plan.id, [former.items[0]!.id])).status).toBe(201);
    expect((await api.api('GET', `/plans/${plan.id}/amendments`)).json()).toMatchObject({
      items: [{ changes: [{ code: 'A', action: 'add', after: { code: 'A' } }] }],
    });
  });

  it('keeps order and hierarchy, whatever the tree and whatever is chosen of it', async () => {
    /** Parents of the items by their place: an earlier item, or none. */
    const trees = fc
      .array(fc.nat(), { minLength: 1, maxLength: 14 })
      .map((seeds) => seeds.map((seed, index) => (seed % (index + 1)) - 1));
    await fc.assert(
      fc.asyncProperty(
        trees,
        fc.array(fc.nat(13), { minLength: 1, maxLength: 5 }),
        async (parents, picks) => {
          const former = await newPlan(
            test,
            MECHANISM,
            parents.map((parent, index) => ({
              code: `${index}`,
              parent: parent < 0 ? undefined : `${parent}`,
            })),
            { draft: true },
          );
          const chosen = new Set(picks.map((pick) => former.items[pick % former.items.length]!.id));
          const plan = await newDraft();
          await carry(plan.id, [...chosen]);
          const source = await linesOf(former.plan.id);
          const byId = new Map(source.map((line) => [line.id, line]));
          const comes = (line?: Line): boolean =>
            line !== undefined && (chosen.has(line.id) || comes(byId.get(line.parentId ?? '')));
          const expected = source
            .filter(comes)
            .map((line) => (comes(byId.get(line.parentId ?? '')) ? line : { ...line, parentId: null }));
          const lines = await linesOf(plan.id);
          expect(drawn(lines)).toBe(drawn(expected));
          expect(lines.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('what was reported on a former item', () => {
  let former: { items: PlanItem[] };
  let copyId: string;
  const entries: Record<string, string> = {};

  beforeAll(async () => {
    const progress = test.get(ProgressService);
    former = await newPlan(test, MECHANISM, [{ code: '1' }]);
    const kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
    for (const kind of ['draft', 'submitted', 'delegation', 'mechanism'] as const) {
      const entry = await newEntry(test, kenya, former.items[0]!, {
        mechanismId: MECHANISM,
        as: 'state:KEN',
        narrative: `Words of the ${kind}`,
      });
      entries[kind] = entry.id;
      if (kind === 'draft') continue;
      await progress.submit(kenya.actor, entry.id);
      if (kind === 'submitted') continue;
      await progress.accept(office.actor, entry.id);
      await progress.disclose(kenya.actor, entry.id, { visibility: kind, release: 'none' });
    }
    const plan = await newDraft();
    await carry(plan.id, [former.items[0]!.id]);
    copyId = (await linesOf(plan.id))[0]!.id;
    people = {
      kenya: await browserOf(test, kenya),
      office: browser,
      ethiopia: await browserOf(test, await newPerson(test, ['focal-point', MECHANISM, 'ETH'])),
      chair: await browserOf(test, await newPerson(test, ['chair', MECHANISM])),
      partner: await browserOf(test, await newPerson(test, ['partner', MECHANISM, 'A partner'])),
    };
  });
  let people: Record<string, Client>;

  it.each([
    ['kenya', ['draft', 'submitted', 'delegation', 'mechanism']],
    ['office', ['submitted', 'delegation', 'mechanism']],
    ['ethiopia', ['mechanism']],
    ['chair', ['mechanism']],
    ['partner', ['mechanism']],
  ])('stays in reach of %s as far as it was before: %s', async (name, seen) => {
    const page = await people[name]!.get(`/items/${copyId}`);
    expect(page.status).toBe(200);
    const shown = Object.entries(entries).filter(([, id]) => page.body.includes(`/progress/${id}"`));
    expect(shown.map(([kind]) => kind).sort()).toEqual([...seen].sort());
    expect(page.body).toContain('Reported before the item was carried over');
  });

  it('is named by nothing where the reader sees none of it, or not the former plan', async () => {
    const quiet = await newPlan(test, MECHANISM, [{ code: 'Q' }]);
    const kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
    const entry = await newEntry(test, kenya, quiet.items[0]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    const progress = test.get(ProgressService);
    const open = await newPlan(test, MECHANISM, [], { draft: true, isPublic: true });
    await carry(open.plan.id, [quiet.items[0]!.id]);
    const [copy] = await linesOf(open.plan.id);
    expect((await people.ethiopia!.get(`/items/${copy!.id}`)).body).not.toContain('Reported before');
    await progress.submit(kenya.actor, entry.id);
    await progress.accept(office.actor, entry.id);
    await progress.disclose(kenya.actor, entry.id, { visibility: 'public', release: 'none' });
    const visitor = new Client(test);
    const page = await visitor.get(`/items/${copy!.id}`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Carried over');
    expect(page.body).not.toContain(quiet.items[0]!.id);
    expect(page.body).not.toContain(entry.id);
    expect((await visitor.api('GET', `/items/${copy!.id}`)).json()).toMatchObject({ carriedFrom: [] });
  });
});
