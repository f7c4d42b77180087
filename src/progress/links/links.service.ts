import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Deed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { mayRead } from '../../plans/plan/plans.service.js';
import { Disclosure, type Entry, EntryItem, WORKING_TEXT } from '../entries/entry.entity.js';
import { insertItems } from '../entries/insert-entry.js';
import type { EntryLinkInput } from './links.dto.js';
import { disclosureIn, isKnown, lockOwn } from '../access/load-entry.js';
import { hiddenIn } from '../access/entry-layers.js';
import { decidesIn } from '../access/entry-sight.js';
import { EntryChangeRecorder } from '../entries/entry-change-recorder.js';
import { choiceOf, narrower } from '../release/release-uses.js';
import { type LinkedItems, linkOf } from '../deeds/entry-deed.js';
import { DisclosuresService } from '../entries/disclosures.service.js';
import { resolveItems } from './resolve-items.js';
import { EntrySummary } from '../summaries/summary.entity.js';

/** `next`: with the next version; `waits`: for the delegations' clearance. */
export type LinkAnswer = 'now' | 'next' | 'waits';

/** Reporting once: an entry linked to what other mechanisms' plans ask for. Only who speaks for its reporter there too. */
@Injectable()
export class LinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly gate: DelegationGate,
    private readonly disclosures: DisclosuresService,
  ) {}

  /**
   * Links an entry to items of another mechanism's plan, with what may be done with it there; for a link that is there
   * already, both are replaced. The secretariat there reads what was submitted from now on. Once it has accepted a version,
   * that one keeps its items, and others are the next one's. Answers whether that is so, and whether the delegations'
   * clearance comes first. Throws NotFoundError, ForbiddenError, InvalidError, or ConflictError when it accepts meanwhile.
   */
  async link(actor: Actor, id: string, mechanismId: string, input: EntryLinkInput): Promise<LinkAnswer> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await lockOwn(manager, actor, id);
      admit(actor, entry, mechanismId);
      const itemIds = (await resolveItems(manager, mechanismId, input)).map((item) => item.id);
      await admitPlans(manager, actor, itemIds);
      const wanted = choiceOf(input.uses);
      const deed = linkOf(entry, mechanismId, { itemIds, ...wanted });
      const there = entry.disclosures.find((one) => one.mechanismId === mechanismId);
      const numbers = textsLinked(entry, there);
      const former = await itemsIn(manager, id, mechanismId);
      const told = isKnown(entry) && (!there || changes(former, numbers.at(-1)!, itemIds));
      if (told && numbers.length > 1) {
        if (await this.gate.pass(actor, deed)) return 'now';
        if (there) await this.disclosures.disclose(actor, id, narrower(there, wanted), mechanismId);
        return 'waits';
      }
      await this.gate.stop(actor, deed);
      // What others read stays, as do its uses until the gate lets wider ones pass.
      await this.setLink(manager, actor, entry, { ...deed, payload: { itemIds, ...(there ?? wanted) } });
      const open = !there || (await this.disclosures.disclose(actor, id, wanted, mechanismId));
      if (!open) return 'waits';
      return told ? 'next' : 'now';
    });
  }

  /** Only EntryDeeds calls it: see DelegationGate. */
  async performLink(manager: EntityManager, actor: Actor, deed: Deed<LinkedItems>): Promise<void> {
    await this.setLink(manager, actor, await lockOwn(manager, actor, deed.subjectId), deed);
  }

  private async setLink(
    manager: EntityManager,
    actor: Actor,
    entry: Entry,
    { part: mechanismId, payload }: Deed<LinkedItems>,
  ): Promise<void> {
    const { id } = entry;
    const { itemIds, visibility, release } = payload;
    const there = entry.disclosures.find((one) => one.mechanismId === mechanismId);
    const numbers = textsLinked(entry, there);
    const former = await itemsIn(manager, id, mechanismId);
    if (there) {
      const where = { entryId: id, mechanismId, acceptedVersion: there.acceptedVersion };
      await change(manager, Disclosure, where, { visibility, release }, { reason: 'error.entryMove' });
    } else {
      const linked = { linkedAt: this.clock.now(), linkedBy: actor.accountId };
      await manager.insert(Disclosure, { entryId: id, mechanismId, visibility, release, ...linked });
    }
    const formerIds = former.map(({ itemId }) => itemId);
    await manager.delete(EntryItem, { entryId: id, number: In(numbers), itemId: In(formerIds) });
    for (const number of numbers) await insertItems(manager, id, number, itemIds);
    const hides = hiddenIn.accepted(mechanismId);
    await this.recorder.refresh(entry, { hides, formerItems: formerIds });
    await this.gate.changed(actor, id);
    const before = there && { visibility: there.visibility, release: there.release };
    const values = { before, after: { visibility, release } };
    // What is not the standing version's yet is of the working text: nobody else learns of it.
    const later = isKnown(entry) && numbers.length === 1;
    const sameUse = there?.visibility === visibility && there.release === release;
    if (later && sameUse) await this.recorder.recordUnseen(actor, 'entry.link', entry, values);
    else await this.record(actor, 'entry.link', entry, mechanismId, values);
    if (isKnown(entry) && !later) {
      const disclosure = await manager.findOneByOrFail(Disclosure, { entryId: id, mechanismId });
      if (there) await this.recorder.hear(actor, entry, disclosure);
      else await this.recorder.tell(actor, entry, disclosure, 'submitted');
    }
  }

  /**
   * Takes an entry out of a mechanism it was linked to: there, only frozen documents still know of it. Anybody of the
   * reporter's may, also who has no part there: taking back is never harder than giving.
   */
  async unlink(actor: Actor, id: string, mechanismId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const entry = await lockOwn(manager, actor, id);
      const disclosure = disclosureIn(entry, mechanismId);
      if (mechanismId === entry.mechanismId) throw new ConflictError('error.linkHome');
      const former = await itemsIn(manager, id, mechanismId);
      await manager.delete(EntrySummary, { entryId: id, mechanismId });
      // Of every version: there, none says anything any more.
      const itemIds = former.map(({ itemId }) => itemId);
      await manager.delete(EntryItem, { entryId: id, itemId: In(itemIds) });
      await manager.delete(Disclosure, { entryId: id, mechanismId });
      const hides = hiddenIn.mechanism(mechanismId);
      await this.recorder.refresh(entry, { hides, formerItems: itemIds });
      await this.gate.changed(actor, id);
      const { visibility, release } = disclosure;
      await this.record(actor, 'entry.unlink', entry, mechanismId, { before: { visibility, release } });
    });
  }

  /** For the secretariat there; of what it does not know, for nobody. Where it is reported nobody learns of the link. */
  private record(
    actor: Actor,
    action: string,
    entry: Entry,
    mechanismId: string,
    values: object,
  ): Promise<void> {
    return isKnown(entry)
      ? this.recorder.record(actor, action, entry, [{ mechanismId }], values)
      : this.recorder.recordUnseen(actor, action, entry, values);
  }
}

function admit(actor: Actor, entry: Entry, mechanismId: string): void {
  if (mechanismId === entry.mechanismId) throw new ConflictError('error.linkHome');
  // Each secretariat speaks for another mechanism: what one says is nothing the other has reported.
  if (entry.reporterKind === 'secretariat') throw new ForbiddenError('error.linkSecretariat');
  if (!decidesIn(actor, entry, mechanismId)) throw new ForbiddenError('error.notYoursThere');
  if (entry.state === 'withdrawn') throw new ConflictError('error.entryMove');
}

/** Throws InvalidError when one is not the actor's to read. */
async function admitPlans(manager: EntityManager, actor: Actor, itemIds: string[]): Promise<void> {
  const plans = await manager
    .createQueryBuilder(Plan, 'plan')
    .where('plan.id IN (SELECT "item"."planId" FROM "plan_item" "item" WHERE "item"."id" IN (:...itemIds))', {
      itemIds,
    })
    .getMany();
  if (plans.some((plan) => !mayRead(actor, plan))) throw InvalidError.field('items', 'error.item');
}

/** The items of its texts in the plans of a mechanism. */
const itemsIn = (manager: EntityManager, entryId: string, mechanismId: string): Promise<EntryItem[]> =>
  manager.findBy(EntryItem, { entryId, item: { plan: { mechanismId } } });

/** Numbers of the texts that a link speaks for: the working text, and what stands there as long as it is not accepted. */
function textsLinked(entry: Entry, there: Disclosure | undefined): number[] {
  return isKnown(entry) && !there?.acceptedVersion ? [WORKING_TEXT, entry.submittedVersion] : [WORKING_TEXT];
}

/** Whether a text would be about other items. */
function changes(rows: readonly EntryItem[], number: number, itemIds: readonly string[]): boolean {
  const there = rows.filter((row) => row.number === number).map(({ itemId }) => itemId);
  return there.length !== itemIds.length || there.some((id) => !itemIds.includes(id));
}
