import { ClearanceService } from '../../src/clearance/clearance.service.js';
import { ClearanceSettingsService } from '../../src/clearance/clearance-settings.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import type { TestApp } from '../support/app.js';
import { newEntry, newPerson, type Person } from '../support/factories.js';

/**
 * A delegation with steps, and texts on their way: one waits for the person who looks, one is past its term, one was
 * sent back. Settled last, since everything else that Kenya submits here would wait too.
 */
export async function clearancePages(test: TestApp, kenya: Person, mechanismId: string, item: PlanItem) {
  const colleague = await newPerson(test, ['focal-point', mechanismId, 'KEN']);
  const settle = async (owners: Person[]) => {
    const settings = test.get(ClearanceSettingsService);
    const { setting } = await settings.find(kenya.actor, mechanismId, 'KEN');
    const steps = owners.map(({ account }, index) => ({
      name: index === 0 ? 'Coordination between the ministries' : 'Validating authority',
      accountId: account.id,
      days: index === 0 ? 5 : null,
    }));
    await settings.save(kenya.actor, mechanismId, 'KEN', { version: setting.version, steps });
  };
  const submit = async (by: Person) => {
    const { id } = await newEntry(test, kenya, item, { mechanismId, as: 'state:KEN' });
    await test.get(ProgressService).submit(by.actor, id);
    return id;
  };
  await settle([colleague, kenya]);
  const start = test.clock.now();
  test.clock.moveTo(new Date(start.getTime() - 10 * 86_400_000));
  const over = await submit(kenya);
  test.clock.moveTo(start);
  const back = await submit(kenya);
  await test
    .get(ClearanceService)
    .sendBack(colleague.actor, back, 'Please name the ministries that took part.');
  const mine = await submit(colleague);
  const addresses = {
    '/mechanisms/:mechanismId/delegations/:state/clearance': [
      `/mechanisms/${mechanismId}/delegations/KEN/clearance`,
    ],
    '/progress/:id/clearance': [mine, over, back].map((id) => `/progress/${id}/clearance`),
  };
  return { addresses, texts: [mine, over, back] };
}
