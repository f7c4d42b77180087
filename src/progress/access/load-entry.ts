import type { EntityManager } from 'typeorm';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Disclosure, Entry } from '../entries/entry.entity.js';
import { isOwn, sightOf } from './entry-sight.js';
import { loadWhole } from './load-whole.js';
import type { WholeEntry } from './text-parts.js';

/** An entry with its disclosures. Throws NotFoundError when the actor may not read it. */
export async function load(manager: EntityManager, actor: Actor, id: string): Promise<Entry> {
  // `find`, not `findOne`: with joins that one asks twice.
  const [entry] = await manager.find(Entry, { where: { id }, relations: { disclosures: true } });
  return inSight(actor, entry);
}

/** The same, for its reporter. Throws ForbiddenError for somebody else who sees it. */
export async function loadOwn(manager: EntityManager, actor: Actor, id: string): Promise<Entry> {
  return ownOf(actor, await load(manager, actor, id));
}

/**
 * The same, locked until the transaction ends: what goes with the working text does not change while it is submitted, and
 * nothing is added to it after.
 */
export async function lockOwn(manager: EntityManager, actor: Actor, id: string): Promise<Entry> {
  await lockSubject(manager, Entry, id);
  return loadOwn(manager, actor, id);
}

/** The same, with everything that was ever written in it. */
export async function holdOwn(manager: EntityManager, actor: Actor, id: string): Promise<WholeEntry> {
  await lockSubject(manager, Entry, id);
  const [whole] = await loadWhole(manager, [id]);
  ownOf(actor, inSight(actor, whole?.entry));
  return whole!;
}

function inSight(actor: Actor, entry: Entry | undefined): Entry {
  if (!entry || !sightOf(actor, entry, entry.disclosures)) throw new NotFoundError('entry');
  return entry;
}

function ownOf(actor: Actor, entry: Entry): Entry {
  if (!isOwn(actor, entry)) throw new ForbiddenError('error.notYours');
  return entry;
}

/** Throws NotFoundError for a mechanism the entry is not in. */
export function disclosureIn(entry: Entry, mechanismId: string): Disclosure {
  const disclosure = entry.disclosures.find((one) => one.mechanismId === mechanismId);
  if (!disclosure) throw new NotFoundError('place');
  return disclosure;
}

/** Whether others than the reporter know of the entry at all. */
export const isKnown = ({ state, submittedVersion }: Pick<Entry, 'state' | 'submittedVersion'>): boolean =>
  submittedVersion > 0 && state !== 'withdrawn';

/** The key of its row. */
export const disclosureKey = ({ entryId, mechanismId }: Disclosure) => ({ entryId, mechanismId });
