import { mechanismsWhere, voicesIn } from '../accounts/roles.js';
import type { Actor } from '../platform/http/actor.js';
import type { Disclosure, Entry } from './entry.entity.js';
import type { Sight } from './entry-sight.js';

/*
 * `sightOf` turned around: not whether one actor sees an entry, but who does, as names of audiences that can be stored
 * beside it. An actor sees the entry exactly if it belongs to one of them. What is counted or found for many entries
 * at once is looked up by audience, without looking at the entries that others alone see. A test holds the two together.
 */

/** Per sight, the audiences that have at least this sight of an entry. */
export type Audiences = Record<Sight, string[]>;

const EVERYBODY = 'everybody';
const own = (mechanismId: string, kind: string, reporter: string) => `own:${mechanismId}:${kind}:${reporter}`;
const office = (mechanismId: string) => `office:${mechanismId}`;
const members = (mechanismId: string) => `members:${mechanismId}`;

/** Who sees an entry as it stands. */
export function audiencesOf(
  entry: Pick<
    Entry,
    'mechanismId' | 'reporterKind' | 'reporter' | 'state' | 'submittedVersion' | 'acceptedVersion'
  >,
  disclosures: readonly Pick<Disclosure, 'mechanismId' | 'visibility'>[],
): Audiences {
  const { mechanismId, reporterKind, reporter } = entry;
  const there = entry.state !== 'withdrawn';
  return {
    own: [own(mechanismId, reporterKind, reporter)],
    submitted: there && entry.submittedVersion > 0 ? [office(mechanismId)] : [],
    accepted: there && entry.acceptedVersion > 0 ? disclosures.flatMap(openedTo) : [],
  };
}

/** The audiences an actor belongs to today. */
export function audiencesFor(actor: Actor): string[] {
  const reading = mechanismsWhere(actor, 'progress.read');
  return [
    ...reading.flatMap((mechanismId) =>
      voicesIn(actor, mechanismId).map(({ kind, subject }) => own(mechanismId, kind, subject ?? '')),
    ),
    ...mechanismsWhere(actor, 'progress.accept').map(office),
    ...reading.map(members),
    EVERYBODY,
  ];
}

function openedTo({ visibility, mechanismId }: Pick<Disclosure, 'mechanismId' | 'visibility'>): string[] {
  if (visibility === 'public') return [EVERYBODY];
  return visibility === 'mechanism' ? [members(mechanismId)] : [];
}
