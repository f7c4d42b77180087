import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Disclosure, Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import type { EntryContent } from '../entries/entry-content.js';
import { type AcceptanceState, acceptanceIn } from '../entries/acceptance-state.js';
import { numberSeen, type Sight, sightThrough } from './entry-sight.js';
import type { EntryState, Release, Visibility } from '../entries/vocabulary.js';

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
  /** Each mechanism the actor sees it through, where it is reported first; no other is told of. */
  places: EntryDisclosure[];
}

/** An entry in one mechanism, as far as the actor sees it there. */
export interface EntryDisclosure {
  mechanismId: string;
  sight: Sight;
  /** Whether it is reported here, and not linked; null to who only reads it. */
  home: boolean | null;
  /** What the secretariat here made of the last submitted version; null before the first. */
  state: AcceptanceState | null;
  /** Version accepted here last; 0 while none is. */
  acceptedVersion: number;
  visibility: Visibility | null;
  release: Release | null;
  comment: string | null;
  /** Whether the actor may answer the last submitted version for this mechanism's secretariat. */
  answerable: boolean;
  /** Its items in the plans here. */
  items: PlanItem[];
}

export interface SeenOf {
  entry: Entry;
  versions: EntryVersion[];
  evidence: Evidence[];
}

/**
 * An entry, with its items and disclosures, as an actor sees it; null when it does not exist for this actor. `place` is
 * the mechanism in whose list or on whose item it is shown, if any.
 */
export function seenBy(
  actor: Actor,
  { entry, versions, evidence }: SeenOf,
  place?: string,
): SeenEntry | null {
  const places = placesOf(actor, entry, versions);
  const first = places.find(({ mechanismId }) => mechanismId === place) ?? places[0];
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

function placesOf(actor: Actor, entry: Entry, versions: EntryVersion[]): EntryDisclosure[] {
  const isHome = ({ mechanismId }: Disclosure) => mechanismId === entry.mechanismId;
  return [...entry.disclosures]
    .sort((a, b) => Number(isHome(b)) - Number(isHome(a)) || order(a.mechanismId, b.mechanismId))
    .flatMap((disclosure): EntryDisclosure[] => {
      const sight = sightThrough(actor, entry, disclosure);
      if (!sight) return [];
      const { mechanismId, visibility, release, acceptedVersion } = disclosure;
      const party = sight !== 'accepted';
      const state = acceptanceIn(entry, disclosure);
      const said = isHome(disclosure)
        ? versions.find((one) => one.number === entry.submittedVersion)?.comment
        : disclosure.comment;
      return [
        {
          mechanismId,
          sight,
          home: party ? isHome(disclosure) : null,
          state: party ? state : 'accepted',
          acceptedVersion: party ? acceptedVersion : 0,
          visibility: party ? visibility : null,
          release: party ? release : null,
          comment: (party && said) || null,
          answerable:
            party &&
            state === 'submitted' &&
            entry.state !== 'withdrawn' &&
            can(actor, 'progress.accept', mechanismId),
          items: itemsIn(actor, entry, mechanismId),
        },
      ];
    });
}

/** What a linked mechanism's plan says is not the reporter's to know by the link alone. */
function itemsIn(actor: Actor, entry: Entry, mechanismId: string): PlanItem[] {
  return entry.items
    .map((link) => link.item)
    .filter(
      (item) =>
        item?.plan.mechanismId === mechanismId &&
        (mechanismId === entry.mechanismId || item.plan.isPublic || can(actor, 'plans.read', mechanismId)),
    );
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

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
