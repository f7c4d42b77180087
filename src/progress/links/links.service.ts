import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { mayRead } from '../../plans/plan/plans.service.js';
import { Disclosure, Entry, EntryItem } from '../entries/entry.entity.js';
import type { EntryLinkInput } from './links.dto.js';
import { isKnown } from '../access/load-entry.js';
import { disclosureIn } from '../access/load-entry.js';
import { loadOwn } from '../access/load-entry.js';
import { decidesIn } from '../access/entry-sight.js';
import { EntryChangeRecorder } from '../entries/entry-change-recorder.js';
import { choiceOf } from '../release/release-uses.js';
import { resolveItems } from './resolve-items.js';
import { SubmissionGate } from '../entries/submission-gate.js';
import { EntrySummary } from '../summaries/summary.entity.js';

/** Reporting once: an entry linked to what other mechanisms' plans ask for. Only who speaks for its reporter there too. */
@Injectable()
export class LinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly recorder: EntryChangeRecorder,
    private readonly gate: SubmissionGate,
  ) {}

  /**
   * Links an entry to items of another mechanism's plan, with what may be done with it there; for a link that is there
   * already, both are replaced. The secretariat there reads what was submitted from now on. Throws NotFoundError,
   * ForbiddenError or InvalidError.
   */
  async link(actor: Actor, id: string, mechanismId: string, input: EntryLinkInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const entry = await loadOwn(manager, actor, id);
      admit(actor, entry, mechanismId);
      const itemIds = await resolveItems(manager, mechanismId, input);
      await admitPlans(manager, actor, itemIds);
      const former = await itemsIn(manager, id, mechanismId);
      const there = entry.disclosures.find((one) => one.mechanismId === mechanismId);
      if (!there && isKnown(entry) && !(await this.gate.opensLink(actor, entry, mechanismId)))
        throw new ForbiddenError('error.clearance.link');
      const { visibility, release } = choiceOf(input.uses);
      if (there) await manager.update(Disclosure, { entryId: id, mechanismId }, { visibility, release });
      else {
        const linked = { linkedAt: this.clock.now(), linkedBy: actor.accountId };
        await manager.insert(Disclosure, { entryId: id, mechanismId, visibility, release, ...linked });
      }
      if (former.length > 0) await manager.delete(EntryItem, { entryId: id, itemId: In(former) });
      await manager.insert(
        EntryItem,
        itemIds.map((itemId) => ({ entryId: id, itemId })),
      );
      await this.recorder.refresh(entry, former);
      await this.gate.changed(actor, id);
      const before = there && { visibility: there.visibility, release: there.release, items: former.length };
      const values = { before, after: { visibility, release, items: itemIds.length } };
      await this.record(actor, 'entry.link', entry, mechanismId, values);
      if (!isKnown(entry)) return;
      const disclosure = await manager.findOneByOrFail(Disclosure, { entryId: id, mechanismId });
      if (there) await this.recorder.hear(actor, entry, disclosure);
      else await this.recorder.tell(actor, entry, disclosure, 'submitted');
    });
  }

  /**
   * Takes an entry out of a mechanism it was linked to: there, only frozen documents still know of it. Anybody of the
   * reporter's may, also who has no part there: taking back is never harder than giving.
   */
  async unlink(actor: Actor, id: string, mechanismId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const entry = await loadOwn(manager, actor, id);
      const disclosure = disclosureIn(entry, mechanismId);
      if (mechanismId === entry.mechanismId) throw new ConflictError('error.linkHome');
      const former = await itemsIn(manager, id, mechanismId);
      await manager.delete(EntrySummary, { entryId: id, mechanismId });
      if (former.length > 0) await manager.delete(EntryItem, { entryId: id, itemId: In(former) });
      await manager.delete(Disclosure, { entryId: id, mechanismId });
      await this.recorder.refresh(entry, former);
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

async function itemsIn(manager: EntityManager, entryId: string, mechanismId: string): Promise<string[]> {
  const links = await manager.findBy(EntryItem, { entryId, item: { plan: { mechanismId } } });
  return links.map(({ itemId }) => itemId);
}
