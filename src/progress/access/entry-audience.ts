import { can, mechanismsWhere, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Disclosure, Entry } from '../entries/entry.entity.js';
import type { Sight } from './entry-sight.js';

/*
 * `sightThrough` turned around: not whether one actor sees an entry, but who does, as names of audiences that can be
 * stored beside it. An actor sees the entry exactly if it belongs to one of them. What is counted or found for many
 * entries at once is looked up by audience, without looking at the entries that others alone see. A test holds the two
 * together.
 */

/** People who see an entry through one of the mechanisms it is in. */
export interface Audience {
  audience: string;
  /** The mechanism: for what is said about its plans, and for nothing of another's. */
  mechanismId: string;
  sight: Sight;
  /** Number of the version they read; `own` also reads the working text. */
  number: number;
}

type Subject = Pick<Entry, 'mechanismId' | 'reporterKind' | 'reporter' | 'state' | 'submittedVersion'>;
type DisclosureState = Pick<Disclosure, 'mechanismId' | 'visibility' | 'acceptedVersion'>;

const EVERYBODY = 'everybody';
const voice = (mechanismId: string, kind: string, reporter: string) =>
  `own:${mechanismId}:${kind}:${reporter}`;
const office = (mechanismId: string) => `office:${mechanismId}`;
const members = (mechanismId: string) => `members:${mechanismId}`;

/** Who sees an entry as it stands. Somebody in several of them has the widest of their sights. */
export function audiencesOf(entry: Subject, places: readonly DisclosureState[]): Audience[] {
  return places.flatMap((disclosure) => [
    { ...reporterOf(entry), mechanismId: disclosure.mechanismId },
    ...(entry.state === 'withdrawn' ? [] : othersOf(entry, disclosure)),
  ]);
}

function reporterOf({ mechanismId, reporterKind, reporter, submittedVersion }: Subject) {
  const audience = voice(mechanismId, reporterKind, reporter);
  return { audience, sight: 'own' as const, number: submittedVersion };
}

function othersOf(entry: Subject, { mechanismId, visibility, acceptedVersion }: DisclosureState): Audience[] {
  const { reporterKind, reporter, submittedVersion } = entry;
  const parties = [
    office(mechanismId),
    // At home they are the reporter's own.
    ...(mechanismId === entry.mechanismId ? [] : [voice(mechanismId, reporterKind, reporter)]),
  ];
  const readers = { delegation: [], mechanism: [members(mechanismId)], public: [EVERYBODY] }[visibility];
  const of = (audiences: string[], sight: Sight, number: number) =>
    number > 0 ? audiences.map((audience) => ({ audience, mechanismId, sight, number })) : [];
  return [...of(parties, 'submitted', submittedVersion), ...of(readers, 'accepted', acceptedVersion)];
}

/** The audiences an actor belongs to today. */
export function audiencesFor(actor: Actor): string[] {
  return [
    ...voicesOf(actor),
    ...mechanismsWhere(actor, 'progress.accept').map(office),
    ...mechanismsWhere(actor, 'progress.read').map(members),
    EVERYBODY,
  ];
}

/**
 * Those of them that see anything about the plans of one mechanism. Its secretariat sees of every submitted entry the
 * version its reporter does: what it would see with the others is among that.
 */
export function audiencesIn(actor: Actor, mechanismId: string): string[] {
  if (can(actor, 'progress.accept', mechanismId)) return [office(mechanismId)];
  const reading = can(actor, 'progress.read', mechanismId) ? [members(mechanismId)] : [];
  return [...voicesOf(actor), ...reading, EVERYBODY];
}

const voicesOf = (actor: Actor): string[] =>
  mechanismsWhere(actor, 'progress.read').flatMap((mechanismId) =>
    voicesIn(actor, mechanismId).map(({ kind, subject }) => voice(mechanismId, kind, subject ?? '')),
  );
