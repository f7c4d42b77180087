import type { RoundAddressee } from './round.entity.js';
import type { SeenRound } from './round-query.service.js';

/** A round as the API shows it; `own` holds what the caller's delegations are asked, and nothing of others. */
export const roundResource = ({ round, own }: SeenRound) => ({
  id: round.id,
  mechanismId: round.mechanismId,
  title: round.title,
  reason: round.reason,
  dueDay: round.dueDay,
  periodStart: round.periodStart,
  periodEnd: round.periodEnd,
  languages: round.languages,
  state: round.state,
  openedAt: round.openedAt?.toISOString() ?? null,
  closedAt: round.closedAt?.toISOString() ?? null,
  version: round.version,
  own: own.map(ownResource),
});

export const ownResource = ({ id, kind, subject, state, stateAt, toConfirm }: RoundAddressee) => ({
  id,
  kind,
  subject,
  state,
  /** Something that the secretariat typed for it waits for its confirmation. */
  toConfirm: Boolean(toConfirm),
  stateAt: stateAt?.toISOString() ?? null,
});
