import type { Actor } from '../../platform/http/actor.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import type { EntryContent } from '../entries/entry-content.js';
import { numberSeen, type Sight, sightThrough } from './entry-sight.js';
import type { EntryState, Release, Visibility } from '../entries/vocabulary.js';
import { EntryDisclosure, disclosuresSeen } from './seen-disclosure.js';

/** An entry as one actor sees it. What the actor may not see is not in it. */
export interface SeenEntry {
  id: string;
  /** The mechanism it is seen through here; to its reporter, where it is reported. */
  mechanismId: string;
  reporterKind: Entry['reporterKind'];
  reporter: string;
  sight: Sight;
  /** To others than its reporter, the state of what was submitted, not of the work that goes on. */
  state: EntryState;
  periodStart: string;
  periodEnd: string;
  content: EntryContent;
  /** Number of the version shown; 0 for a text never submitted. */
  number: number;
  changedAt: Date;
  /** Those an answer to a question without an item speaks about (maybe none); null for an entry about items. */
  objectives: number[] | null;
  /** Those in the plans of `mechanismId`. */
  items: PlanItem[];
  evidence: Evidence[];
  /** In `mechanismId`; its reporter's and the secretariat's only. */
  disclosure: { visibility: Visibility; release: Release } | null;
  /** Of the secretariat there, to the reporter. */
  comment: string | null;
  /** For the reporter: what was submitted before, newest first; for the secretariat where it is reported likewise. */
  versions: EntryVersion[];
  /** Row version, for those who may edit. */
  version: number | null;
  /** Each mechanism the actor sees it through, where it is reported first; no other is named. */
  places: EntryDisclosure[];
}

export interface SeenOf {
  entry: Entry;
  versions: EntryVersion[];
  evidence: Evidence[];
}

/**
 * An entry, with its items and disclosures, as an actor sees it; null when it does not exist for this actor. `shownIn` is
 * the mechanism in whose list or on whose item it is shown, if any.
 */
export function seenBy(
  actor: Actor,
  { entry, versions, evidence }: SeenOf,
  shownIn?: string,
): SeenEntry | null {
  const places = disclosuresSeen(actor, entry, versions);
  const first = places.find(({ mechanismId }) => mechanismId === shownIn) ?? places[0];
  if (!first) return null;
  const sight = widest(places);
  const number = numberSeen(actor, entry, entry.disclosures);
  const version = versions.find((one) => one.number === number);
  const own = sight === 'own';
  const source = own ? entry : version!;
  const readsVersions = own || places.some((one) => one.home && one.sight === 'submitted');
  return {
    id: entry.id,
    mechanismId: first.mechanismId,
    reporterKind: entry.reporterKind,
    reporter: entry.reporter,
    sight,
    state: own ? entry.state : first.state!,
    periodStart: source.periodStart,
    periodEnd: source.periodEnd,
    content: source.content,
    number,
    changedAt: own ? entry.changedAt : momentOf(actor, entry, sight, version!),
    objectives: entry.objectives,
    items: first.items,
    evidence: evidence.filter((one) => own || (one.sinceVersion !== null && one.sinceVersion <= number)),
    disclosure: first.visibility && first.release && { visibility: first.visibility, release: first.release },
    comment: first.comment,
    versions: readsVersions ? versions : [],
    version: own ? entry.version : null,
    places,
  };
}

const SIGHTS = ['own', 'submitted', 'accepted'] as const;
const widest = (places: EntryDisclosure[]): Sight =>
  SIGHTS.find((sight) => places.some((one) => one.sight === sight))!;

/** When the version came to those who read it; the same as `momentSeen` in a query. */
function momentOf(actor: Actor, entry: Entry, sight: Sight, version: EntryVersion): Date {
  if (sight === 'submitted') return version.submittedAt;
  const moments = entry.disclosures
    .filter((disclosure) => sightThrough(actor, entry, disclosure) === 'accepted')
    .map(({ acceptedAt }) => (acceptedAt ?? entry.createdAt).getTime());
  return new Date(Math.max(...moments));
}
