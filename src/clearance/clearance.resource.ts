import type { Settled } from './clearance-settings.service.js';
import type { SeenClearance } from './seen-clearance.js';

/** What a delegation has settled, and who could own a step. */
export const settledResource = ({ setting, people }: Settled) => ({
  steps: setting.steps,
  version: setting.version,
  people: people.map(({ id, name }) => ({ id, name })),
});

/** Where a text stands on its way. `mark` is of the text that is on its way: to pass it on means this text. */
export const clearanceResource = ({ clearance, waiting, events }: SeenClearance) => ({
  entryId: clearance.entryId,
  state: clearance.state,
  mark: clearance.mark,
  steps: clearance.steps,
  waiting: waiting && {
    step: clearance.at,
    name: waiting.step.name,
    since: clearance.since,
    lastDay: waiting.lastDay,
    over: waiting.over,
    asked: waiting.asked,
    openToAll: waiting.open,
    mine: waiting.mine,
  },
  events: events.map(({ at, actorName, act, step, reason, run }) => ({
    at,
    actorName,
    act,
    step,
    reason,
    run,
  })),
});
