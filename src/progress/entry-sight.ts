import type { Brackets as BracketsType, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Brackets } from 'typeorm';
import { can, mechanismsWhere, voicesIn } from '../accounts/roles.js';
import type { Actor } from '../platform/http/actor.js';
import type { Disclosure, Entry } from './entry.entity.js';

/**
 * What of an entry an actor sees (design section 1: closed by default).
 * `own`: the working text and every version; the reporter's own people.
 * `submitted`: the last submitted version; the secretariat, from submission until withdrawal.
 * `accepted`: the accepted version; as far as the reporter opened it.
 */
export type Sight = 'own' | 'submitted' | 'accepted';

type SeenEntry = Pick<
  Entry,
  'mechanismId' | 'reporterKind' | 'reporter' | 'state' | 'submittedVersion' | 'acceptedVersion'
>;
type SeenDisclosure = Pick<Disclosure, 'mechanismId' | 'visibility'>;

/** The widest sight an actor has of an entry; null: for this actor it does not exist. */
export function sightOf(
  actor: Actor,
  entry: SeenEntry,
  disclosures: readonly SeenDisclosure[],
): Sight | null {
  if (isOwn(actor, entry)) return 'own';
  if (entry.state === 'withdrawn') return null;
  if (entry.submittedVersion > 0 && can(actor, 'progress.accept', entry.mechanismId)) return 'submitted';
  if (entry.acceptedVersion === 0) return null;
  const opened = disclosures.some(
    ({ visibility, mechanismId }) =>
      visibility === 'public' || (visibility === 'mechanism' && can(actor, 'progress.read', mechanismId)),
  );
  return opened ? 'accepted' : null;
}

/** Whether the actor speaks for the one the entry is from, today. */
export function isOwn(
  actor: Actor,
  entry: Pick<Entry, 'mechanismId' | 'reporterKind' | 'reporter'>,
): boolean {
  return voicesIn(actor, entry.mechanismId).some(
    (voice) => voice.kind === entry.reporterKind && (voice.subject ?? '') === entry.reporter,
  );
}

/** The same rule as a condition on a query whose entry alias is `entry`. A test holds the two together. */
export function whereSeenBy<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
): SelectQueryBuilder<T> {
  return query.andWhere(seenBy(actor));
}

function seenBy(actor: Actor): BracketsType {
  const accepting = mechanismsWhere(actor, 'progress.accept');
  const reading = mechanismsWhere(actor, 'progress.read');
  return new Brackets((any) => {
    any.where('1 = 0');
    const voices = reading.flatMap((mechanismId) =>
      voicesIn(actor, mechanismId).map((voice) => ({ mechanismId, ...voice })),
    );
    voices.forEach(({ mechanismId, kind, subject }, index) => {
      any.orWhere(
        `(entry.mechanismId = :ownIn${index} AND entry.reporterKind = :ownKind${index} AND entry.reporter = :own${index})`,
        { [`ownIn${index}`]: mechanismId, [`ownKind${index}`]: kind, [`own${index}`]: subject ?? '' },
      );
    });
    if (accepting.length > 0) {
      any.orWhere(
        `(entry.state <> 'withdrawn' AND entry.submittedVersion > 0 AND entry.mechanismId IN (:...accepting))`,
        { accepting },
      );
    }
    const members =
      reading.length > 0
        ? `OR ("seen"."visibility" = 'mechanism' AND "seen"."mechanismId" IN (:...reading))`
        : '';
    any.orWhere(
      `(entry.state <> 'withdrawn' AND entry.acceptedVersion > 0 AND EXISTS (SELECT 1 FROM "entry_disclosure" "seen"
        WHERE "seen"."entryId" = entry.id AND ("seen"."visibility" = 'public' ${members})))`,
      { reading },
    );
  });
}
