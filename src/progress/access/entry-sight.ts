import { can, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Disclosure, type Entry, WORKING_TEXT } from '../entries/entry.entity.js';

/**
 * What of an entry an actor sees (design section 1: closed by default).
 * `own`: the working text and every version; the reporter's people where it is reported.
 * `submitted`: the last submitted version; from submission until withdrawal, the secretariat of each mechanism it is in,
 * and the reporter's people in a mechanism it is linked to.
 * `accepted`: a version accepted in a mechanism, as far as the reporter opened it there.
 * With a text go its items, objectives, period and evidence, and those of no other.
 */
export type Sight = 'own' | 'submitted' | 'accepted';

type Reporter = Pick<Entry, 'reporterKind' | 'reporter'>;
type SeenEntry = Reporter & Pick<Entry, 'mechanismId' | 'state' | 'submittedVersion'>;
type SeenDisclosure = Pick<Disclosure, 'mechanismId' | 'visibility' | 'acceptedVersion'>;

/**
 * The sight an actor has of an entry through one of the mechanisms it is in; null: through this one it does not exist.
 * Nothing of one mechanism (its name, its plan items, what its secretariat said) is shown to anyone who has no sight through it.
 */
export function sightThrough(actor: Actor, entry: SeenEntry, disclosure: SeenDisclosure): Sight | null {
  if (isOwn(actor, entry)) return 'own';
  if (entry.state === 'withdrawn') return null;
  const { mechanismId, visibility, acceptedVersion } = disclosure;
  const isParty = can(actor, 'progress.accept', mechanismId) || speaksIn(actor, entry, mechanismId);
  if (entry.submittedVersion > 0 && isParty) return 'submitted';
  if (acceptedVersion === 0) return null;
  const isOpen =
    visibility === 'public' || (visibility === 'mechanism' && can(actor, 'progress.read', mechanismId));
  return isOpen ? 'accepted' : null;
}

/** The widest sight an actor has of an entry; null: for this actor it does not exist. */
export function sightOf(
  actor: Actor,
  entry: SeenEntry,
  disclosures: readonly SeenDisclosure[],
): Sight | null {
  const sights = disclosures.map((disclosure) => sightThrough(actor, entry, disclosure));
  return (['own', 'submitted', 'accepted'] as const).find((sight) => sights.includes(sight)) ?? null;
}

/**
 * Number of the text an actor with this sight reads through a mechanism: its reporter the working text, parties the last
 * submitted version, readers the one accepted there.
 */
export function numberThrough(
  sight: Sight,
  { submittedVersion }: Pick<Entry, 'submittedVersion'>,
  { acceptedVersion }: Pick<Disclosure, 'acceptedVersion'>,
): number {
  if (sight === 'own') return WORKING_TEXT;
  return sight === 'submitted' ? submittedVersion : acceptedVersion;
}

/** Whether the actor speaks today for the entry's reporter, where it is reported. */
export const isOwn = (actor: Actor, entry: Reporter & Pick<Entry, 'mechanismId'>): boolean =>
  speaksIn(actor, entry, entry.mechanismId);

/** Whether the actor speaks in a mechanism for the one an entry is from, today. */
export function speaksIn(actor: Actor, { reporterKind, reporter }: Reporter, mechanismId: string): boolean {
  return voicesIn(actor, mechanismId).some(
    (voice) => voice.kind === reporterKind && (voice.subject ?? '') === reporter,
  );
}

/**
 * Whether the actor decides for the reporter how far an entry is seen in a mechanism: it is the reporter's where it is
 * reported, and speaks for the same one in that mechanism.
 */
export const decidesIn = (actor: Actor, entry: SeenEntry, mechanismId: string): boolean =>
  isOwn(actor, entry) && speaksIn(actor, entry, mechanismId);
