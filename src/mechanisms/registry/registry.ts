import { registry, type MechanismCategory, type RegistryEntry } from './registry.data.js';

export type {
  CategoryDefinition,
  CommissionCode,
  HistoricalMechanism,
  MechanismCategory,
  MembersBasis,
  RegionalCommission,
  RegistryEntry,
} from './registry.data.js';

const entryById = new Map(registry.map((entry) => [entry.id, entry]));

/**
 * How many mechanisms were active in 2018, by the 2019 IOM review (page 4). Its annex 5, which lists them, is missing
 * from the stored copy.
 */
export const seedTotals2018: Readonly<Record<MechanismCategory | 'total' | 'page', number>> & {
  readonly doubt: string;
} = {
  rcp: 15,
  irf: 13,
  global: 2,
  total: 30,
  page: 4,
  doubt:
    'The registry reaches the same totals, but that it names the same mechanisms, one by one, is not confirmed: the annex that lists them is missing from the stored copy of the review.',
};

/** A mechanism by its identifier ("rcm", "rabat"). */
export const registryEntry = (id: string): RegistryEntry | undefined => entryById.get(id);

/**
 * The mechanisms that list a State or territory (ISO 3166-1 alpha-3) among their confirmed members. It is a lower
 * bound: many lists of members are not known, and `membersBasis` says how good each one is.
 */
export const mechanismsOf = (stateCode: string): readonly RegistryEntry[] =>
  registry.filter((entry) => entry.members?.includes(stateCode));
