import type { INestApplicationContext } from '@nestjs/common';
import { ClearanceSettingsService } from '../clearance/clearance-settings.service.js';
import { ProposalsService } from '../clearance/proposals.service.js';
import { readInput } from '../platform/http/read-input.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { NewEntryInput } from '../progress/entries/entry.dto.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import type { Cast } from './cast.js';
import type { EnteredPlans } from './enter-plans.js';

const MECHANISM = 'khartoum';
/** The day of the story on which a delegation settles that a text passes two more of its people. */
export const CLEARANCE_DAY = 90;

/** Two steps, and a text that waits at the first: its owner is reminded once before the story ends. */
export async function settleClearance(
  app: INestApplicationContext,
  cast: Cast,
  plans: EnteredPlans,
  today: Day,
): Promise<void> {
  const { kenya, 'kenya-interior': interior, 'kenya-foreign': foreign } = cast.actors;
  const settings = app.get(ClearanceSettingsService);
  const { setting } = await settings.find(kenya!, MECHANISM, 'KEN');
  await app.get(ProposalsService).propose(kenya!, MECHANISM, 'KEN', {
    version: setting.version,
    steps: [
      { name: 'Coordination between ministries', accountId: interior!.accountId!, days: 7 },
      { name: 'Validating authority', accountId: foreign!.accountId!, days: null },
    ],
  });
  const progress = app.get(ProgressService);
  const { id } = await progress.start(
    kenya!,
    readInput(NewEntryInput, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      items: [plans.item(MECHANISM, 'working', 'A.2')],
      periodStart: addDays(today, -60),
      periodEnd: today,
      content: {
        language: 'en',
        narrative:
          'NOT RELEASED: a course for border officials was planned with two ministries; its dates are not yet agreed. (Invented for this demonstration.)',
      },
    }),
  );
  await progress.submit(kenya!, id);
}
