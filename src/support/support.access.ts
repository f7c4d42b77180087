import { can, voicesIn } from '../accounts/roles.js';
import type { Actor } from '../platform/http/actor.js';
import type { SupportOffer, SupportRequest } from './support.entity.js';

/** `own`: the people of the State that asks. The others: in which role the request was released to them. */
export type SupportSight = 'own' | 'secretariat' | 'partner' | 'member';

type SharedRequest = Pick<
  SupportRequest,
  'mechanismId' | 'requester' | 'toSecretariat' | 'toPartners' | 'toMembers' | 'offersToSecretariat'
>;

/** The actor's sights of a request, the widest first; none: for this actor it does not exist. */
export function supportSights(actor: Actor, request: SharedRequest): SupportSight[] {
  const { mechanismId, requester, toSecretariat, toPartners, toMembers } = request;
  const voices = voicesIn(actor, mechanismId);
  const speaks = (kind: string) => voices.some((voice) => voice.kind === kind);
  const own = voices.some(({ kind, subject }) => kind === 'state' && subject === requester);
  const isMember = speaks('state') || can(actor, 'support.readAsMember', mechanismId);
  const sights: [SupportSight, boolean][] = [
    ['own', own],
    ['secretariat', toSecretariat && speaks('secretariat')],
    ['partner', toPartners && speaks('partner')],
    ['member', toMembers && isMember],
  ];
  return sights.filter(([, has]) => has).map(([sight]) => sight);
}

/**
 * Whether an actor who sees a request sees an answer to it: the requester's people all, a partner its own, the
 * secretariat if the requester said so, other members none.
 */
export function seesOffer(
  actor: Actor,
  request: SharedRequest,
  { partner }: Pick<SupportOffer, 'partner'>,
): boolean {
  const sights = supportSights(actor, request);
  return (
    sights.includes('own') ||
    (sights.includes('secretariat') && request.offersToSecretariat) ||
    (sights.includes('partner') && partnersOf(actor, request.mechanismId).includes(partner))
  );
}

/** Names of the partners the actor speaks for in a mechanism. */
export const partnersOf = (actor: Actor, mechanismId: string): string[] =>
  voicesIn(actor, mechanismId).flatMap(({ kind, subject }) =>
    kind === 'partner' && subject ? [subject] : [],
  );

/** Codes of the States the actor speaks for in a mechanism. */
export const statesOf = (actor: Actor, mechanismId: string): string[] =>
  voicesIn(actor, mechanismId).flatMap(({ kind, subject }) => (kind === 'state' && subject ? [subject] : []));
