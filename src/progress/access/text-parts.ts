import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import type { Entry, EntryEvidence, EntryItem, EntryVersion, Evidence } from '../entries/entry.entity.js';

/** A plan item as far as an entry names it. */
export interface AboutItem extends Pick<PlanItem, 'id' | 'planId' | 'code' | 'title'> {
  plan: Pick<Plan, 'id' | 'mechanismId' | 'title' | 'isPublic'>;
}

/** What is read of such an item. */
export const AS_NAMED = {
  id: true,
  planId: true,
  code: true,
  title: true,
  plan: { id: true, mechanismId: true, title: true, isPublic: true },
} as const;

/** An entry with its disclosures, and everything that was ever written in it, by the number of the text it goes with. */
export interface WholeEntry {
  entry: Entry;
  versions: EntryVersion[];
  items: EntryItem[];
  evidence: EntryEvidence[];
  /** Whether its delegation is still clearing the working text. */
  keptBack: boolean;
}

/** The items that one text of an entry speaks about. */
export const itemsOf = (rows: readonly EntryItem[], number: number): AboutItem[] =>
  rows.filter((row) => row.number === number).map(({ item }) => item);

/** What goes with one text of an entry. */
export const evidenceOf = (rows: readonly EntryEvidence[], number: number): Evidence[] =>
  rows.filter((row) => row.number === number).map(({ evidence }) => evidence);

/** Whether an item may be named. What a linked mechanism's plan says is not the reporter's to know by the link alone. */
export const isItemSeen = (
  actor: Actor,
  { mechanismId }: Pick<Entry, 'mechanismId'>,
  { plan }: AboutItem,
): boolean => plan.mechanismId === mechanismId || plan.isPublic || can(actor, 'plans.read', plan.mechanismId);
