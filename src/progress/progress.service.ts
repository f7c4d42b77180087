import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand, type Voice, voicesIn } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { PlanItem } from '../plans/plan.entity.js';
import { Disclosure, Entry, EntryItem, EntryVersion, Evidence } from './entry.entity.js';
import type { DisclosureInput, EntryChange, NewEntryInput } from './entry.dto.js';
import { EntryIndex } from './entry-index.js';
import { EntryNews } from './entry-news.js';
import { isOwn, sightOf } from './entry-sight.js';
import { afterMove, type EntryMove, type EntryParty, isEditable } from './entry-workflow.js';

/** The verbs of reporting progress. Reading is EntriesReader's. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly news: EntryNews,
    private readonly index: EntryIndex,
  ) {}

  /** Begins a draft. It is the reporter's alone until submitted, and closed to all others after, until opened. */
  async start(actor: Actor, input: NewEntryInput, id: string = uuid()): Promise<Entry> {
    const { mechanismId } = input;
    demand(actor, 'progress.write', mechanismId, 'mechanism');
    const voice = spokenFor(actor, mechanismId, input.as);
    return this.unitOfWork.run(async (manager) => {
      const itemIds = await itemsMeant(manager, mechanismId, input);
      const now = this.clock.now();
      const entry = Object.assign(new Entry(), {
        id,
        mechanismId,
        reporterKind: voice.kind,
        reporter: voice.subject ?? '',
        authorId: actor.accountId,
        state: 'draft',
        periodStart: input.periodStart,
        periodEnd: input.periodEnd,
        content: input.content,
        submittedVersion: 0,
        acceptedVersion: 0,
        createdAt: now,
        changedAt: now,
        version: 1,
      });
      await manager.insert(Entry, entry);
      await manager.insert(
        EntryItem,
        itemIds.map((itemId) => ({ entryId: entry.id, itemId })),
      );
      await manager.insert(Disclosure, {
        entryId: entry.id,
        mechanismId,
        visibility: 'delegation',
        release: 'none',
      });
      await this.record(actor, 'entry.start', entry);
      await this.index.refresh(entry.id);
      return entry;
    });
  }

  /** Keeps the working text. Throws ConflictError, with what stands, when `version` is not the current one. */
  async save(actor: Actor, id: string, input: EntryChange): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await this.own(manager, actor, id);
      if (!isEditable(entry.state)) throw new ConflictError('error.entryMove');
      const formerItems = (await manager.findBy(EntryItem, { entryId: id })).map(({ itemId }) => itemId);
      const changedItems = await changedFrom(formerItems, manager, entry, input);
      const { periodStart, periodEnd, content, version } = input;
      const next = { periodStart, periodEnd, content, changedAt: this.clock.now(), version: version + 1 };
      const saved = await manager.update(Entry, { id, version }, next);
      if (!saved.affected) throw new ConflictError('error.stale', entry);
      if (changedItems) {
        await manager.delete(EntryItem, { entryId: id });
        await manager.insert(
          EntryItem,
          changedItems.map((itemId) => ({ entryId: id, itemId })),
        );
      }
      await this.index.refresh(id, formerItems);
      return Object.assign(entry, next);
    });
  }

  /** Hands the working text to the secretariat, as a version that never changes. */
  async submit(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'submit', async (manager, entry) => {
      const number = entry.submittedVersion + 1;
      const { periodStart, periodEnd, content } = entry;
      await manager.insert(EntryVersion, {
        entryId: id,
        number,
        periodStart,
        periodEnd,
        content,
        submittedAt: this.clock.now(),
        submittedBy: actor.accountId,
        acceptedAt: null,
        returnedAt: null,
        comment: null,
      });
      await manager.update(Evidence, { entryId: id, sinceVersion: IsNull() }, { sinceVersion: number });
      return { submittedVersion: number };
    });
  }

  /** The secretariat takes the last version into the mechanism's record. How far it is seen stays the reporter's choice. */
  async accept(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'accept', async (manager, entry) => {
      const number = entry.submittedVersion;
      await manager.update(EntryVersion, { entryId: id, number }, { acceptedAt: this.clock.now() });
      return { acceptedVersion: number };
    });
  }

  /** Gives the last version back with a comment only its reporter reads. */
  async sendBack(actor: Actor, id: string, comment: string): Promise<Entry> {
    return this.move(actor, id, 'return', async (manager, entry) => {
      const where = { entryId: id, number: entry.submittedVersion };
      await manager.update(EntryVersion, where, { returnedAt: this.clock.now(), comment });
      return {};
    });
  }

  /** Takes an entry back: from now on only its reporter sees it. Frozen documents keep what they say. */
  withdraw(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'withdraw');
  }

  /** Opens the working text again. An accepted version stands until the next one is accepted. */
  revise(actor: Actor, id: string): Promise<Entry> {
    return this.move(actor, id, 'revise');
  }

  /** How far the entry is seen in its mechanism, and how documents may use it. Only its reporter decides. */
  async disclose(actor: Actor, id: string, input: DisclosureInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const entry = await this.own(manager, actor, id);
      const where = { entryId: id, mechanismId: entry.mechanismId };
      const { visibility, release } = await manager.findOneByOrFail(Disclosure, where);
      if (visibility === input.visibility && release === input.release) return;
      await manager.update(Disclosure, where, input);
      await this.index.refresh(id);
      await this.record(actor, 'entry.disclose', entry, { visibility, release }, { ...input });
    });
  }

  private async move(
    actor: Actor,
    id: string,
    move: EntryMove,
    also: (manager: EntityManager, entry: Entry) => Promise<Partial<Entry>> = async () => ({}),
  ): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await manager.findOne(Entry, { where: { id }, relations: { disclosures: true } });
      const sight = entry && sightOf(actor, entry, entry.disclosures);
      if (!entry || !sight) throw new NotFoundError('entry');
      const state = afterMove(entry.state, move, partiesOf(actor, entry));
      const changes = { state, changedAt: this.clock.now(), version: entry.version + 1 };
      // The old state in the WHERE: of two who act at once, one wins.
      const moved = await manager.update(Entry, { id, state: entry.state, version: entry.version }, changes);
      if (!moved.affected) throw new ConflictError('error.entryMove');
      const more = await also(manager, entry);
      if (Object.keys(more).length > 0) await manager.update(Entry, { id }, more);
      await this.record(actor, `entry.${move}`, entry, { state: entry.state }, { state, ...more });
      await this.index.refresh(id);
      const changed = Object.assign(entry, changes, more);
      await this.news.tell(actor, changed);
      return changed;
    });
  }

  private async own(manager: EntityManager, actor: Actor, id: string): Promise<Entry> {
    const entry = await manager.findOneBy(Entry, { id });
    if (entry && isOwn(actor, entry)) return entry;
    const disclosures = entry ? await manager.findBy(Disclosure, { entryId: id }) : [];
    if (!entry || !sightOf(actor, entry, disclosures)) throw new NotFoundError('entry');
    throw new ForbiddenError('error.notYours');
  }

  private record(
    actor: Actor,
    action: string,
    entry: Entry,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
  ): Promise<void> {
    // A draft is known to its reporter alone. Its own id is a scope nobody reads by: not the secretariat's, and not
    // null either, which is the installation's and an administrator's to read.
    const scope = action === 'entry.start' || action === 'entry.revise' ? entry.id : entry.mechanismId;
    return this.history.record(actor, {
      action,
      subjectKind: 'entry',
      subjectId: entry.id,
      scope,
      before,
      after,
    });
  }
}

/** In which of the two roles the actor stands to an entry; a secretariat is both to its own. */
export function partiesOf(
  actor: Actor,
  entry: Pick<Entry, 'mechanismId' | 'reporterKind' | 'reporter'>,
): Set<EntryParty> {
  const parties = new Set<EntryParty>();
  if (isOwn(actor, entry)) parties.add('reporter');
  if (voicesIn(actor, entry.mechanismId).some((voice) => voice.kind === 'secretariat'))
    parties.add('secretariat');
  return parties;
}

export const voiceText = (voice: Voice) =>
  voice.subject === null ? voice.kind : `${voice.kind}:${voice.subject}`;

function spokenFor(actor: Actor, mechanismId: string, as: string): Voice {
  const voice = voicesIn(actor, mechanismId).find((one) => voiceText(one) === as);
  if (!voice) throw InvalidError.field('as', 'error.voice');
  return voice;
}

/** The items an entry is to speak about; null when they stay as they are, as they do while somebody types. */
async function changedFrom(
  itemIds: string[],
  manager: EntityManager,
  entry: Entry,
  input: EntryChange,
): Promise<string[] | null> {
  const same = new Set(itemIds);
  const asked = new Set(input.items);
  if (!input.itemCodes && asked.size === same.size && [...asked].every((id) => same.has(id))) return null;
  return itemsMeant(manager, entry.mechanismId, input);
}

/** The ids of the items an input means, all in plans of the mechanism. Throws InvalidError naming what is unknown. */
async function itemsMeant(
  manager: EntityManager,
  mechanismId: string,
  input: { items: string[]; itemCodes?: string | null },
): Promise<string[]> {
  const ids = [...new Set(input.items)];
  const found = await manager.find(PlanItem, {
    where: { id: In(ids), plan: { mechanismId } },
    select: { id: true, planId: true },
  });
  if (found.length < ids.length) throw InvalidError.field('items', 'error.item');
  const codes = (input.itemCodes ?? '')
    .split(/[,;\n]+/)
    .map((code) => code.trim())
    .filter(Boolean);
  if (codes.length > 0 && found[0]) {
    const byCode = await manager.find(PlanItem, {
      where: { planId: found[0].planId, code: In(codes) },
      select: { id: true, code: true },
    });
    const known = new Set(byCode.map((item) => item.code));
    const unknown = codes.find((code) => !known.has(code));
    if (unknown) throw InvalidError.field('itemCodes', 'error.itemCode', { code: unknown });
    ids.push(...byCode.map((item) => item.id));
  }
  if (ids.length === 0) throw InvalidError.field('items', 'error.itemNeeded');
  return [...new Set(ids)];
}
