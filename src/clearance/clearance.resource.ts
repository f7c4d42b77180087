import type { Settled } from './clearance-settings.service.js';
import type { SeenClearance } from './seen-clearance.js';

/** What a delegation has settled, who could own a step, and the change that waits for consent, if any. */
export const settledResource = ({ setting, people, proposal }: Settled) => ({
  steps: setting.steps,
  version: setting.version,
  people: people.map(({ id, name }) => ({ id, name })),
  proposal: proposal && {
    steps: proposal.proposal.steps,
    by: proposal.proposal.proposedByName,
    at: proposal.proposal.proposedAt,
    lastDay: proposal.lastDay,
    consented: proposal.given.map(({ name }) => name),
    waitsFor: proposal.missing.map(({ name }) => name),
    mayConsent: proposal.mayConsent,
    mayObject: proposal.mayObject,
    mine: proposal.mine,
  },
});

/**
 * Where something stands on its way. `mark` is of all that would be visible: to pass it on means just this. `opens`: what
 * it brings beyond the subject as it stands.
 */
export const clearanceResource = ({ clearance, waiting, events }: SeenClearance) => ({
  id: clearance.id,
  kind: clearance.kind,
  subjectId: clearance.subjectId,
  ...(clearance.kind === 'entry' && { entryId: clearance.subjectId }),
  opens: clearance.payload,
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
