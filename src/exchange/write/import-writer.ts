import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { changeAll } from '../../platform/database/change.js';
import { type Change, History } from '../../platform/database/history.js';
import { insertAll, slicesOf, updateAll } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentRecord } from '../../plans/amendments/amendment-record.js';
import { columnsOf, inputOf } from '../../plans/items/item-record.js';
import { itemChange } from '../../plans/items/item-history.js';
import { insertMapping, isMappedAlike, replaceMapping } from '../../plans/items/item-mapping.js';
import { type Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import { snapshotOf } from '../../plans/items/snapshot.js';
import type { ImportCounts } from '../plan-import.entity.js';
import type { Work } from '../preview/outcome.js';
import { parentsFirst } from './parents-first.js';

type ItemValues = { id: string; code: string } & Pick<Change, 'before' | 'after'>;

/** Writes what an import works out: many rows in one statement, and the history and the amendment of each. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly amendments: AmendmentRecord,
  ) {}

  /** Call it in the transaction that has made sure the plan is as it was previewed. */
  async write(actor: Actor, plan: Plan, work: Work, removed: readonly PlanItem[]): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await this.add(manager, plan, work);
      await this.change(manager, work);
      await this.place(manager, plan, work);
      for (const some of slicesOf(removed))
        await manager.delete(PlanItem, { id: In(some.map(({ id }) => id)) });
      await this.record(actor, plan, work, removed);
    });
  }

  /** Notes in the plan's history which file it was, and what it did. */
  async note(actor: Actor, plan: Plan, after: { file: string } & ImportCounts): Promise<void> {
    await this.history.record(actor, {
      action: 'plan.import',
      subjectKind: 'plan',
      subjectId: plan.id,
      scope: plan.mechanismId,
      after: { ...after },
    });
  }

  private async add(manager: EntityManager, plan: Plan, { added, places }: Work): Promise<void> {
    const placeOf = new Map(places.map((place) => [place.id, place]));
    const rows = parentsFirst(added, (id) => placeOf.get(id)!.parentId).map(
      ({ id, item, carriedFromId }) => ({
        ...columnsOf(item),
        id,
        planId: plan.id,
        parentId: placeOf.get(id)!.parentId,
        position: placeOf.get(id)!.position,
        carriedFromId,
        version: 1,
      }),
    );
    await insertAll(manager, PlanItem, rows);
    await insertMapping(manager, added);
  }

  private async change(manager: EntityManager, { changed }: Work): Promise<void> {
    const rows = changed.map(({ before: { id, version }, item, carriedFromId }) => ({
      ...columnsOf(item),
      id,
      version,
      carriedFromId,
    }));
    await changeAll(manager, PlanItem, rows, { reason: 'exchange.error.changedSince' });
    const mapped = changed.filter(({ before, item }) => !isMappedAlike(inputOf(before), item));
    await replaceMapping(
      manager,
      mapped.map(({ before: { id }, item }) => ({ id, item })),
    );
  }

  /** New ones stand where they were put; of the others only those that stand elsewhere are touched. */
  private async place(manager: EntityManager, plan: Plan, { places, added }: Work): Promise<void> {
    if (places.length === added.length) return;
    const isNew = new Set(added.map(({ id }) => id));
    const before = await manager.find(PlanItem, {
      select: { id: true, parentId: true, position: true },
      where: { planId: plan.id },
    });
    const former = new Map(before.map((item) => [item.id, item]));
    const elsewhere = places.filter(({ id, parentId, position }) => {
      const item = former.get(id);
      return !isNew.has(id) && item && (item.parentId !== parentId || item.position !== position);
    });
    await updateAll(manager, PlanItem, elsewhere);
  }

  private async record(actor: Actor, plan: Plan, work: Work, removed: readonly PlanItem[]): Promise<void> {
    const added = work.added.map(({ id, item }) => ({ id, code: item.code, after: snapshotOf(item) }));
    const changed = work.changed.map(({ before, item }) => ({
      id: before.id,
      code: before.code,
      before: snapshotOf(inputOf(before)),
      after: snapshotOf(item),
    }));
    const gone = removed.map((item) => ({ id: item.id, code: item.code, before: snapshotOf(inputOf(item)) }));
    const places = new Map(work.places.map((place) => [place.id, place]));
    const moved = [...work.moved].map((id) => ({ id, code: '', after: { ...places.get(id)! } }));
    const changesOf = (action: string, items: readonly ItemValues[]) =>
      items.map(({ id, code: _, ...values }) => itemChange(action, plan, id, values));
    await this.history.recordAll(actor, [
      ...changesOf('item.add', added),
      ...changesOf('item.update', changed),
      ...changesOf('item.move', moved),
      ...changesOf('item.remove', gone),
    ]);
    const codes = new Map([...changed, ...gone].map(({ id, code }) => [id, code]));
    await this.amendments.note(
      plan,
      ...added.map(({ id, code, after }) => ({ itemId: id, code, action: 'add' as const, after })),
      ...changed.map(({ id, code, before, after }) => ({
        itemId: id,
        code,
        action: 'update' as const,
        before,
        after,
      })),
      ...moved.map(({ id }) => ({ itemId: id, code: codes.get(id) ?? '', action: 'move' as const })),
      ...gone.map(({ id, code, before }) => ({ itemId: id, code, action: 'remove' as const, before })),
    );
  }
}
