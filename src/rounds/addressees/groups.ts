import { isInRegion, UN_REGIONS } from '../../accounts/states/un-regions.js';
import type { EligibleAddressees } from './eligible-addressees.service.js';

/** Who is chosen. */
export interface Chosen {
  states: string[];
  partners: string[];
}

/** A group that is added with one press: `members`, `observers`, `last`, `spoken`, or a region by its code. */
export interface Group extends Chosen {
  key: string;
}

interface Known {
  choosable: EligibleAddressees;
  /** Those of the call before this one. */
  last: Chosen;
  /** States that have a focal point. */
  spoken: readonly string[];
}

/** The groups of a mechanism that have somebody in them; a region that holds everybody is no group. */
export function groupsOf({ choosable, last, spoken }: Known): Group[] {
  const all = [...choosable.states, ...choosable.observers];
  const still = (one: readonly string[], among: readonly string[]) =>
    among.filter((state) => one.includes(state));
  const regions = UN_REGIONS.map((key) => ({
    key,
    states: all.filter((state) => isInRegion(state, key)),
    partners: [],
  }));
  const groups: Group[] = [
    { key: 'members', states: choosable.states, partners: [] },
    { key: 'observers', states: choosable.observers, partners: [] },
    { key: 'last', states: still(last.states, all), partners: still(last.partners, choosable.partners) },
    { key: 'spoken', states: still(spoken, all), partners: [] },
    ...regions.filter(({ states }) => states.length < all.length),
  ];
  return groups.filter(({ states, partners }) => states.length + partners.length > 0);
}

/** What is chosen once a group is added; `none` begins anew. Throws nothing: an unknown group adds nobody. */
export function withGroup(chosen: Chosen, key: string, groups: readonly Group[]): Chosen {
  if (key === 'none') return { states: [], partners: [] };
  const group = groups.find((one) => one.key === key);
  return {
    states: [...new Set([...chosen.states, ...(group?.states ?? [])])],
    partners: [...new Set([...chosen.partners, ...(group?.partners ?? [])])],
  };
}
