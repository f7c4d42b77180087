import type { RoundAddressee } from '../round/round.entity.js';
import type { AnswerLink } from './answer-link.entity.js';

/** `done`: the delegation has submitted. `over`: expired, revoked, closed, or nobody speaks for it any more. */
export type LinkUse = 'open' | 'done' | 'over';

/** What a link is good for. `spoken`: whoever it is from still speaks for the addressee. */
export function linkUse(
  { revokedAt, expiresAt }: Pick<AnswerLink, 'revokedAt' | 'expiresAt'>,
  { state, round }: { state: RoundAddressee['state']; round: { state: string } },
  now: Date,
  spoken: boolean,
): LinkUse {
  if (revokedAt || expiresAt <= now || round.state !== 'open' || !spoken) return 'over';
  return state === 'submitted' ? 'done' : 'open';
}
