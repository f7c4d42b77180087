import { Brackets, type EntityManager, In } from 'typeorm';
import { type Voice, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { Entry, EntryItem, EntryVersion, WORKING_TEXT } from '../entries/entry.entity.js';
import type { MatchProfile } from './match.js';
import { profileOf } from './match-profile.js';
import type { ReportingRequest } from './offer.js';

/** The latest so many entries are looked at: what is older answers no question of today. */
const LATEST = 100;

/** An own entry that may answer what is asked, as it was submitted last. */
export interface Candidate {
  entry: Entry;
  version: EntryVersion;
  /** Ids of the items that it is about already: as it was submitted, or as it will be. */
  itemIds: ReadonlySet<string>;
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
  const entryId = In(entries.map(({ id }) => id));
  const [rows, versions] = await Promise.all([
    read.find(EntryItem, { where: { entryId }, relations: { item: { objectives: true, plan: true } } }),
    read.findBy(EntryVersion, { entryId }),
  ]);
  return entries.flatMap((entry) => {
    const { id, submittedVersion } = entry;
    const version = versions.find((one) => one.entryId === id && one.number === submittedVersion);
    if (!version) return [];
    const mine = rows.filter((row) => row.entryId === id);
    const now = mine.filter(({ number }) => number === WORKING_TEXT || number === submittedVersion);
    const said = mine.filter(({ number }) => number === submittedVersion).map(({ item }) => item);
    const profile = profileOf(version.objectives ?? [], said, version);
    return [{ entry, version, itemIds: new Set(now.map(({ itemId }) => itemId)), profile }];
  });
}

function latestOf(
  read: EntityManager,
  homes: readonly { mechanismId: string; voice: Voice }[],
): Promise<Entry[]> {
  return read
    .createQueryBuilder(Entry, 'entry')
    .innerJoin(EntryVersion, 'said', 'said.entryId = entry.id AND said.number = entry.submittedVersion')
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
    .orderBy('said.periodEnd', 'DESC')
    .addOrderBy('entry.id', 'DESC')
    .limit(LATEST)
    .getMany();
}

const same = (one: Voice, other: Voice) => one.kind === other.kind && one.subject === other.subject;
const distinct = (voices: Voice[]) =>
  voices.filter((voice, index) => voices.findIndex((one) => same(one, voice)) === index);
