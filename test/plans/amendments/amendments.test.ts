import type { Plan, PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { PlansService } from '../../../src/plans/plan/plans.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Client } from '../../support/client.js';
import { newPlan, type Person, programOf } from '../../support/factories.js';
import { AmendmentsService } from '../../../src/plans/amendments/amendments.service.js';

const MECHANISM = 'rabat';

let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let office: Person;
let api: Client;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({
    plan,
    items,
    secretariat: office,
  } = await newPlan(test, MECHANISM, [
    { code: '1', title: 'A domain', owners: ['state:MAR', 'chair'] },
    { code: '1.1', parent: '1' },
  ]));
  api = await programOf(test, office);
});

const item = (code: string) => items.find((one) => one.code === code)!.id;
const english = (text: string) => ({ original: 'en', texts: { en: text } });
const read = async (code: string) => (await api.api('GET', `/items/${item(code)}`)).json();
const change = async (code: string, fields: object) =>
  api.api('PATCH', `/items/${item(code)}`, { ...(await read(code)), ...fields });
const REASON = {
  reason: 'Decided to merge two lines',
  decidedBy: 'Senior Officials’ Meeting',
  decidedOn: '2027-02-20',
};

describe('an adopted plan', () => {
  it('names the fields of its text that do not change without an amendment, and changes nothing', async () => {
    const before = await read('1');
    const refused = await change('1', { title: english('Other words'), code: 'X', status: 'ongoing' });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.json<{ errors: object }>().errors).sort()).toEqual(['code', 'title']);
    expect(await read('1')).toEqual(before);
    expect((await api.api('POST', `/plans/${plan.id}/items`, { title: english('New') })).status).toBe(409);
    expect((await api.api('DELETE', `/items/${item('1')}`)).status).toBe(409);
    const moved = await api.api('PUT', `/items/${item('1.1')}/position`, { parentId: null, position: 0 });
    expect(moved.status).toBe(409);
  });

  it('takes status, mapping and translations any time: they are not what was adopted', async () => {
    const changed = await change('1', {
      status: 'ongoing',
      objectives: ['9(a)'],
      references: ['sdg:8.8'],
      institutional: true,
      // The same owners in another order are the same owners.
      owners: ['chair', 'state:MAR'],
      title: { original: 'en', texts: { en: 'A domain', fr: 'Un domaine' } },
    });
    expect(changed.status).toBe(200);
    expect(await read('1')).toMatchObject({
      status: 'ongoing',
      references: ['sdg:8.8'],
      title: { texts: { fr: 'Un domaine' } },
    });
  });

  it('changes by an amendment that keeps what stood before, and is fixed again afterwards', async () => {
    expect((await api.api('POST', `/plans/${plan.id}/amendments`, { reason: '' })).status).toBe(422);
    expect((await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'To merge' })).status).toBe(201);
    expect((await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'Again' })).status).toBe(409);
    expect((await change('1', { title: english('Other words') })).status).toBe(200);
    await api.api('POST', `/plans/${plan.id}/items`, { code: '2', title: english('New') });
    await api.api('DELETE', `/items/${item('1.1')}`);
    expect((await api.api('PUT', `/plans/${plan.id}/amendments/closing`, REASON)).status).toBe(200);
    expect((await change('1', { title: english('More words') })).status).toBe(422);
    const { items: amendments } = (await api.api('GET', `/plans/${plan.id}/amendments`)).json<{
      items: Record<string, unknown>[];
    }>();
    expect(amendments).toMatchObject([
      {
        number: 1,
        ...REASON,
        changes: [
          {
            code: '1',
            action: 'update',
            before: { title: english('A domain') },
            after: { title: english('Other words') },
          },
          { code: '2', action: 'add' },
          { code: '1.1', action: 'remove', before: { code: '1.1' } },
        ],
      },
    ]);
  });

  it('is begun by one of two at once', async () => {
    const amendments = test.get(AmendmentsService);
    const both = await Promise.allSettled(
      ['a', 'b'].map((reason) =>
        amendments.open(office.actor, plan.id, { reason, decidedBy: null, decidedOn: null }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a plan that has ended', () => {
  it('does not change at all', async () => {
    await test.get(PlansService).move(office.actor, plan.id, 'supersede');
    expect((await change('1', { status: 'ongoing' })).status).toBe(409);
    expect((await api.api('POST', `/plans/${plan.id}/amendments`, { reason: 'x' })).status).toBe(409);
  });
});

describe('a plan in a plan', () => {
  it('stands in another of its mechanism, and never in itself', async () => {
    const { plan: yearly } = await newPlan(test, MECHANISM, [], { draft: true });
    const elsewhere = await newPlan(test, 'rcm', [], { draft: true });
    const fields = (one: Plan, parentPlanId: string) => ({
      title: one.title,
      kind: one.kind,
      isPublic: one.isPublic,
      levelNames: one.levelNames,
      version: one.version,
      parentPlanId,
    });
    expect((await api.api('PATCH', `/plans/${yearly.id}`, fields(yearly, plan.id))).json()).toMatchObject({
      parentPlanId: plan.id,
    });
    for (const wrong of [yearly.id, plan.id, elsewhere.plan.id])
      expect((await api.api('PATCH', `/plans/${plan.id}`, fields(plan, wrong))).status).toBe(422);
  });
});
