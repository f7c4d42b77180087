import type { Actor } from '../../platform/http/actor.js';
import type { Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { EntryContent } from '../entries/entry-content.js';
import { type Sight, sightThrough } from './entry-sight.js';
import { type AboutItem, evidenceOf, isItemSeen, itemsOf, type WholeEntry } from './text-parts.js';
import type { Writer } from '../entries/writers.js';
import type { EntryState, Release, Visibility } from '../entries/vocabulary.js';
import { type Standing, standingOf } from '../words/entry-standing.js';
import { type EntryDisclosure, disclosuresSeen } from './seen-disclosure.js';

/** What was handed in once. */
export interface SeenVersion extends Pick<
  EntryVersion,
  | 'number'
  | 'submittedAt'
  | 'periodStart'
  | 'periodEnd'
  | 'content'
  | 'objectives'
  | 'acceptedAt'
  | 'returnedAt'
  | 'withdrawnAt'
> {
  items: AboutItem[];
  evidence: Evidence[];
  /** See `SeenEntry.writers`. */
  writers: Writer[];
}

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
  /** The same in the word for it that is used everywhere. */
  standing: Standing;
  /** Whether it waits for clearance within the delegation; to nobody else. */
  keptBack: boolean;
  periodStart: string;
  periodEnd: string;
  content: EntryContent;
  /** Number of the version shown; to its reporter, who is shown the working text, of the last submitted. 0: none. */
  number: number;
  changedAt: Date;
  /** Those an answer to a question without an item speaks about (maybe none); null for an entry about items. */
  objectives: number[] | null;
  /** Those in the plans of `mechanismId`. */
  items: AboutItem[];
  /** What a free answer was asked, where its reader may know (`words/entry-questions.ts`). */
  question?: Localized | null;
  evidence: Evidence[];
  /** In `mechanismId`; its reporter's and the secretariat's only. */
  disclosure: { visibility: Visibility; release: Release } | null;
  /** Of the secretariat there, to the reporter. */
  comment: string | null;
  /** Who had a hand in the text shown: to its reporter, and to the secretariat where it is reported what it typed itself. */
  writers: Writer[];
  /** For the reporter and the secretariat where it is reported: what was submitted, newest first. */
  versions: SeenVersion[];
  /** Row version, for those who may edit. */
  version: number | null;
  /** Each mechanism the actor sees it through, where it is reported first; no other is named. */
  places: EntryDisclosure[];
}

/**
 * An entry as an actor sees it; null when it does not exist for this actor. `shownIn` is the mechanism in whose list or on
 * whose item it is shown, if any: then it is the text read there. Without it, of several the widest and latest.
 */
export function seenBy(actor: Actor, whole: WholeEntry, shownIn?: string): SeenEntry | null {
  const { entry, versions } = whole;
  const places = disclosuresSeen(actor, whole);
  const first = places.find(({ mechanismId }) => mechanismId === shownIn) ?? widest(places);
  if (!first) return null;
  const { sight, number } = first;
  const own = sight === 'own';
  const version = versions.find((one) => one.number === number);
  const source = own ? entry : version!;
  return {
    id: entry.id,
    mechanismId: first.mechanismId,
    reporterKind: entry.reporterKind,
    reporter: entry.reporter,
    sight,
    state: own ? entry.state : first.state!,
    standing: own ? standingOf({ ...entry, keptBack: whole.keptBack }) : first.standing,
    keptBack: own && whole.keptBack,
    periodStart: source.periodStart,
    periodEnd: source.periodEnd,
    content: source.content,
    number: own ? entry.submittedVersion : number,
    changedAt: own ? entry.changedAt : momentOf(actor, entry, sight, version!),
    objectives: source.objectives,
    items: first.items,
    evidence: first.evidence,
    disclosure: first.visibility && first.release && { visibility: first.visibility, release: first.release },
    comment: first.comment,
    writers: writersSeen(first.sight, first.home, source.writers),
    versions: versionsSeen(actor, whole, places),
    version: own ? entry.version : null,
    places,
  };
}

/** All evidence in an actor's sight: of each text that it reads anywhere. */
export const evidenceSeen = ({ places, versions }: SeenEntry): Evidence[] =>
  [...places, ...versions].flatMap(({ evidence }) => evidence);

/** The reporter keeps every version; the secretariat where it is reported those that were not withdrawn. */
function versionsSeen(
  actor: Actor,
  { entry, versions, items, evidence }: WholeEntry,
  places: readonly EntryDisclosure[],
): SeenVersion[] {
  const home = places.find((one) => one.home && one.sight !== 'accepted');
  if (!home) return [];
  const own = home.sight === 'own';
  return versions
    .filter(({ withdrawnAt }) => own || withdrawnAt === null)
    .map((version) => ({
      ...version,
      items: itemsOf(items, version.number).filter(
        (item) => (own || item.plan.mechanismId === entry.mechanismId) && isItemSeen(actor, entry, item),
      ),
      evidence: evidenceOf(evidence, version.number),
      writers: writersSeen(home.sight, home.home, version.writers),
    }));
}

function writersSeen(sight: Sight, home: boolean | null, writers: readonly Writer[] | null): Writer[] {
  if (sight === 'own') return [...(writers ?? [])];
  return home ? (writers ?? []).filter(({ way }) => way === 'behalf') : [];
}

const SIGHTS = ['own', 'submitted', 'accepted'] as const;
/** Of equals the one where it is reported, which stands first. */
const widest = (places: readonly EntryDisclosure[]): EntryDisclosure | undefined =>
  [...places].sort((a, b) => SIGHTS.indexOf(a.sight) - SIGHTS.indexOf(b.sight) || b.number - a.number)[0];

/** When the version came to those who read it; the same as `momentSeen` in a query. */
function momentOf(actor: Actor, entry: Entry, sight: Sight, version: EntryVersion): Date {
  if (sight === 'submitted') return version.submittedAt;
  const moments = entry.disclosures
    .filter((disclosure) => sightThrough(actor, entry, disclosure) === 'accepted')
    .map(({ acceptedAt }) => (acceptedAt ?? entry.createdAt).getTime());
  return new Date(Math.max(...moments));
}
