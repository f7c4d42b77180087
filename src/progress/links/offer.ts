import type { Voice } from '../../accounts/roles.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Day } from '../../platform/i18n/day.js';
import type { EntryContent } from '../entries/entry-content.js';
import type { Match } from './match.js';

/** The reporter's own entry from another mechanism, which may already say what is asked here. */
export interface Offer {
  entryId: string;
  /** Where it is reported. */
  mechanismId: string;
  /** Of what was submitted last. */
  periodStart: Day;
  periodEnd: Day;
  content: EntryContent;
  fit: Match;
}

/** An item of another mechanism's plan that an entry may already speak about. */
export interface ItemOffer {
  item: PlanItem;
  fit: Match;
}

/** Somebody asked about an item, for some days. */
export interface ReportingRequest {
  item: Pick<PlanItem, 'id'>;
  mechanismId: string;
  voice: Voice;
  from: Day | null;
  until: Day | null;
}
