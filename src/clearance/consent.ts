import type { Step } from './clearance.entity.js';

/*
 * When a change of the steps holds. Pure. The steps are what stands between a colleague and everybody else, so nobody
 * who could use their absence decides alone on it.
 */

/** So many days the whole delegation has to object, when an owner does not answer. */
export const NOTICE_DAYS = 3;

interface Person {
  id: string;
  name: string;
}

export interface Consent {
  /** Owners of steps in force who still speak for the delegation: who has consented, and who has not. */
  given: Person[];
  missing: Person[];
  /** Who may end it: the owners; once none of them speaks for the delegation any more, anybody of it. */
  mayObject: Person[];
  /** Nobody is left to wait for. */
  complete: boolean;
}

/**
 * How far the owners have consented. Who no longer speaks for the delegation is not asked. Where no owner is left, nobody
 * can consent in their place, and it is complete only where there is nobody else at all.
 */
export function consentTo(
  consents: readonly string[],
  inForce: readonly Pick<Step, 'accountId'>[],
  delegation: readonly Person[],
): Consent {
  const named = new Set(inForce.map(({ accountId }) => accountId));
  const owners = delegation.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name }));
  const given = owners.filter(({ id }) => consents.includes(id));
  const missing = owners.filter(({ id }) => !consents.includes(id));
  const everybody = delegation.map(({ id, name }) => ({ id, name }));
  return {
    given,
    missing,
    mayObject: owners.length > 0 ? owners : everybody,
    complete: inForce.length === 0 || (owners.length > 0 ? missing.length === 0 : everybody.length <= 1),
  };
}
