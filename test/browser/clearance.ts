import { ClearanceQueryService } from '../../src/clearance/clearance-query.service.js';
import { ClearanceService } from '../../src/clearance/clearance.service.js';
import { ClearanceSettingsService } from '../../src/clearance/clearance-settings.service.js';
import { ProposalsService } from '../../src/clearance/proposals.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import type { TestApp } from '../support/app.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { PracticeInput } from '../../src/practices/practice.dto.js';
import { PracticeMovesService } from '../../src/practices/practice-moves.service.js';
import { PracticesService } from '../../src/practices/practices.service.js';
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
    await test
      .get(ProposalsService)
      .propose(kenya.actor, mechanismId, 'KEN', { version: setting.version, steps });
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
  const input = readInput(PracticeInput, {
    as: 'state:KEN',
    title: 'A help desk for returning workers',
    language: 'en',
    content: { summary: 'One counter in place of four.', countries: ['KEN'] },
  });
  const practice = await test.get(PracticesService).create(colleague.actor, mechanismId, input);
  // Its owner of the first step offers it, so it waits for who looks.
  await test.get(PracticeMovesService).offer(colleague.actor, practice.id);
  const [offer] = await test.get(ClearanceQueryService).about(kenya.actor, practice.id);
  const addresses = {
    '/clearances/:id': [`/clearances/${offer!.clearance.id}`],
    '/mechanisms/:mechanismId/delegations/:state/clearance': [
      `/mechanisms/${mechanismId}/delegations/KEN/clearance`,
    ],
    '/progress/:id/clearance': [mine, over, back].map((id) => `/progress/${id}/clearance`),
  };
  return { addresses, texts: [mine, over, back] };
}
