import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { MechanismCategory } from '../../../mechanisms/registry/registry.js';
import type { Day } from '../../../platform/i18n/day.js';
import type { Localized } from '../../../platform/i18n/localized.js';
import type { ReviewCycle } from '../../cycles/review-cycles.js';

/** What a document is compiled from beside the words of entries: the same for all of its sections and languages. */
export interface DocumentFacts {
  mechanism: MechanismFacts;
  cycle: ReviewCycle | null;
  period: { from: Day; until: Day };
  /** Its last day is still to come. */
  ongoing: boolean;
  /** Those the document is about, the oldest first: the one it was begun for, or all in force in the period. */
  plans: PlanFacts[];
  /** Items of these plans, in the plans' own order. */
  items: ItemFacts[];
}

export interface MechanismFacts {
  id: string;
  named: Pick<
    Mechanism,
    'id' | 'officialName' | 'officialNames' | 'shortName' | 'shortNames' | 'languages' | 'abbreviation'
  >;
  category: MechanismCategory;
  /** Codes in a list of members; they say nothing about status. */
  members: string[];
  observers: string[];
  /** What the mechanism puts below its list of participants. */
  footnotes: string[];
  /** A State's code, or the name of a holder that is not a State. */
  chair: { state: string | null; holder: string | null } | null;
  secretariat: string | null;
  /** How many reporters must stand behind whatever is counted or not named. */
  fewestReporters: number;
}

export interface PlanFacts {
  id: string;
  title: Localized;
  periodStart: Day | null;
  periodEnd: Day | null;
  adoptedBy: string | null;
  adoptedOn: Day | null;
  /** Changes with the row. */
  seal: string;
}

export interface ItemFacts {
  id: string;
  planId: string;
  parentId: string | null;
  code: string;
  title: Localized;
  status: string | null;
  /** Objectives it is mapped to itself. */
  objectives: number[];
  /** Those, or of the nearest item above it that has any: what a report on it is about. */
  serves: number[];
  principles: number[];
  /** Changes with the row. */
  seal: string;
  /** A line of work without an objective of its own or above it; false for the headings of the plan's tree. */
  institutional: boolean;
}
