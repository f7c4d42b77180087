import type { Step, WayStep } from '../clearance.entity.js';
import type { Settled } from '../clearance-settings.service.js';

/** Steps with their owners' names, as far as these still speak for the delegation. */
export function wayOf({ setting: { mechanismId }, people }: Settled, steps: readonly Step[]): WayStep[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return steps.map((step) => ({ ...step, mechanismId, owner: names.get(step.accountId) ?? '' }));
}
