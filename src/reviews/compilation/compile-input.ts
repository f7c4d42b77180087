import type { MechanismCategory } from '../../mechanisms/registry/registry.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { ReleasedEntry } from '../../progress/release/released-entry.js';
import type { CoveredPeriod } from '../cycles/covered-period.js';
import type { NamedCounts } from './named-counts.js';
import type { SaidStatus } from './said-statuses.js';
import type { ReviewCycle } from '../cycles/review-cycles.js';

/** Everything a submission is compiled from. The same input gives the same text. */
export interface CompileInput {
  language: string;
  title: string;
  mechanism: MechanismFacts;
  cycle: ReviewCycle;
  period: CoveredPeriod;
  /** Plans in force in the period, the oldest first. */
  plans: PlanFacts[];
  /** Items of these plans, in the plans' own order. */
  items: ItemFacts[];
  /** Released entries; of the items each speaks about, only those of this mechanism's plans. */
  entries: ReleasedEntry[];
  /** What these entries name, counted where enough reporters do. */
  named: NamedCounts;
  /** How items stand by these entries. */
  said: ReadonlyMap<string, SaidStatus>;
}

export interface MechanismFacts {
  id: string;
  officialName: string;
  abbreviation: string;
  category: MechanismCategory;
  /** Codes in a list of members; they say nothing about status. */
  members: string[];
  observers: string[];
  /** What the mechanism puts below its list of participants. */
  footnotes: string[];
  /** A State's code, or the name of a holder that is not a State. */
  chair: { state: string | null; holder: string | null } | null;
  secretariat: string | null;
  /** How many reporters must name something before it is counted. */
  fewestReporters: number;
}

export interface PlanFacts {
  id: string;
  title: Localized;
  periodStart: string | null;
  periodEnd: string | null;
  adoptedBy: string | null;
  adoptedOn: string | null;
}

export interface ItemFacts {
  id: string;
  planId: string;
  code: string;
  title: Localized;
  status: string | null;
  /** Objectives it is mapped to itself. */
  objectives: number[];
  /** A line of work without an objective of its own or above it; false for the headings of the plan's tree. */
  institutional: boolean;
}
