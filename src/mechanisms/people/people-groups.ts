import type { RoleGrant } from '../../accounts/account.entity.js';
import type { Role } from '../../accounts/roles.js';
import type { Nomination } from '../../accounts/seats/nomination.entity.js';
import { States } from '../../accounts/states.js';
import { fold } from '../../platform/i18n/fold.js';

export interface PeopleGroups {
  delegations: RoleGrant[];
  /** Codes of the States that have nobody. */
  gaps: string[];
  others: { role: Exclude<Role, 'focal-point'>; grants: RoleGrant[] }[];
}

const OTHERS = ['secretariat', 'chair', 'partner', 'reader'] as const;

/**
 * People by delegation, in the order of the reader's alphabet, then by their other roles. A State that takes part and
 * has nobody, nor anybody who waits to be confirmed, is a gap. `wanted` is part of a name, an address or a
 * State's name.
 */
export function peopleGroups(
  grants: readonly RoleGrant[],
  waiting: readonly Pick<Nomination, 'role' | 'subject'>[],
  participants: readonly string[],
  { language, wanted }: { language: string; wanted: string },
): PeopleGroups {
  const inState = grants.filter(({ role, subject }) => role === 'focal-point' && subject !== null);
  const asked = waiting.flatMap(({ role, subject }) => (role === 'focal-point' ? (subject ?? []) : []));
  const codes = new Set([
    ...participants.filter((code) => !asked.includes(code)),
    ...inState.map((one) => one.subject!),
  ]);
  const part = fold(wanted);
  const says = (...texts: (string | null)[]) =>
    texts.some((text) => text !== null && fold(text).includes(part));
  const isWanted = ({ account, subject }: RoleGrant) => says(account.name, account.email, subject);
  const sorted = States.sorted(codes, language).map((state) => ({
    state,
    named: says(States.name(state, language)),
    people: inState.filter(({ subject }) => subject === state),
  }));
  return {
    delegations: sorted.flatMap(({ named, people }) => people.filter((one) => named || isWanted(one))),
    gaps: sorted.flatMap(({ state, named, people }) => (people.length === 0 && named ? [state] : [])),
    others: OTHERS.map((role) => ({
      role,
      grants: grants.filter((one) => one.role === role && isWanted(one)),
    })),
  };
}
