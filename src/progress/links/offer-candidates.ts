import { Brackets, type EntityManager, In } from 'typeorm';
import { type Voice, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { Entry, EntryVersion } from '../entries/entry.entity.js';
import type { MatchProfile } from './match.js';
import { profileOf } from './match-profile.js';
import type { ReportingRequest } from './offer.js';

/** The latest so many entries are looked at: what is older answers no question of today. */
const LATEST = 100;

/** An own entry that may answer what is asked, as it was submitted last. */
export interface Candidate {
  entry: Entry;
  version: EntryVersion;
  profile: MatchProfile;
}

/** What those asked submitted last in the mechanisms where the actor speaks for them; at most 100 entries. */
export async function candidatesFor(
  read: EntityManager,
  actor: Actor,
  asked: readonly ReportingRequest[],
): Promise<Candidate[]> {
  const voices = distinct(asked.map(({ voice }) => voice)).filter(({ kind }) => kind !== 'secretariat');
  // Only where the actor speaks for the same one: the others of its State are other delegations.
  const homes = voices.flatMap((voice) =>
    [...new Set(actor.grants.map(({ scope }) => scope))]
      .filter((scope) => voicesIn(actor, scope).some((own) => same(own, voice)))
      .map((mechanismId) => ({ mechanismId, voice })),
  );
  // With a part in one mechanism only, there is no elsewhere.
  if (new Set(homes.map(({ mechanismId }) => mechanismId)).size < 2) return [];
  const entries = await latestOf(read, homes);
  const ids = In(entries.map(({ id }) => id));
  const [full, versions] = await Promise.all([
    read.find(Entry, {
      where: { id: ids },
      relations: { items: { item: { objectives: true, plan: true } } },
    }),
    read.findBy(EntryVersion, { entryId: ids }),
  ]);
  return entries.flatMap(({ id }) => {
    const entry = full.find((one) => one.id === id);
    const version = versions.find((one) => one.entryId === id && one.number === entry?.submittedVersion);
    if (!entry || !version) return [];
    const items = entry.items.map((link) => link.item);
    return [{ entry, version, profile: profileOf(entry.objectives ?? [], items, version) }];
  });
}

function latestOf(
  read: EntityManager,
  homes: readonly { mechanismId: string; voice: Voice }[],
): Promise<Entry[]> {
  return read
    .createQueryBuilder(Entry, 'entry')
    .where(`entry.state <> 'withdrawn' AND entry.submittedVersion > 0`)
    .andWhere(
      new Brackets((any) =>
        homes.forEach(({ mechanismId, voice }, index) =>
          any.orWhere(
            `(entry.mechanismId = :in${index} AND entry.reporterKind = :kind${index} AND entry.reporter = :by${index})`,
            {
              [`in${index}`]: mechanismId,
              [`kind${index}`]: voice.kind,
              [`by${index}`]: voice.subject ?? '',
            },
          ),
        ),
      ),
    )
    .orderBy('entry.periodEnd', 'DESC')
    .addOrderBy('entry.id', 'DESC')
    .limit(LATEST)
    .getMany();
}

const same = (one: Voice, other: Voice) => one.kind === other.kind && one.subject === other.subject;
const distinct = (voices: Voice[]) =>
  voices.filter((voice, index) => voices.findIndex((one) => same(one, voice)) === index);
