import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { inputOf } from '../../plans/items/item-record.js';
import { ItemsService } from '../../plans/items/items.service.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { isEnded } from '../../plans/plan/plan-text.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { ItemReportsService } from '../access/item-reports.service.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { AboutItem } from '../access/text-parts.js';
import type { AcceptInput, AnswerInput } from '../entries/entry.dto.js';
import { ProgressService } from '../entries/progress.service.js';
import { AcceptanceUndo } from './acceptance-undo.service.js';
import { ItemStatusSet } from './item-status-set.entity.js';

interface Accepted {
  entryId: string;
  number: number;
}

/** What became of the items' status when an acceptance was taken back: an item is no longer there, or somebody changed it. */
export type TakenBack = 'all' | 'gone' | 'changed';

/** Of several. */
export const worstOf = (done: readonly TakenBack[]): TakenBack =>
  (['gone', 'changed'] as const).find((one) => done.includes(one)) ?? 'all';

/** Accepts entries, and on the secretariat's wish gives their items the status that they say; and takes both back. */
@Injectable()
export class ItemStatusService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly items: ItemsService,
    private readonly reports: ItemReportsService,
    private readonly progress: ProgressService,
    private readonly acceptanceUndo: AcceptanceUndo,
  ) {}

  /** With `setStatus` the items in the plans there get the status that the entry says. Throws as accepting does. */
  accept(actor: Actor, id: string, { setStatus, ...answer }: AcceptInput): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { content, places } = await this.entries.find(actor, id);
      const named = ({ mechanismId, answerable }: SeenEntry['places'][number]) =>
        answer.mechanismId ? mechanismId === answer.mechanismId : answerable;
      const place = places.find(named);
      await this.progress.accept(actor, id, answer);
      const { status } = content;
      if (!setStatus || !place || !status) return;
      const about = place.items.map((item) => ({ item, entryId: id, status }));
      await this.setAll(actor, place.mechanismId, about);
    });
  }

  /**
   * Accepts these versions, all or none. With `setStatus` the items they are about get the status that accepted reports
   * then say, whoever comes first: two that are accepted together may say different ones (`statusByReports`). Items of
   * which they say none stay as they are. Throws as accepting does.
   */
  acceptSeveral(
    actor: Actor,
    mechanismId: string,
    accepted: readonly Accepted[],
    setStatus: boolean,
  ): Promise<void> {
    return this.unitOfWork.run(async () => {
      for (const { entryId, number } of accepted)
        await this.progress.accept(actor, entryId, { mechanismId, number });
      if (!setStatus) return;
      const ids = accepted.map(({ entryId }) => entryId);
      const entries = await this.entries.among(actor, ids, mechanismId);
      const about = entries
        .filter(({ content }) => content.status !== null)
        .flatMap(({ id: entryId, items }) => items.map((item) => ({ item, entryId })));
      const due: (Pick<ItemStatusSet, 'entryId'> & { item: AboutItem; status: ItemStatus })[] = [];
      for (const planId of new Set(about.map(({ item }) => item.planId))) {
        const ofPlan = new Map(
          about.filter(({ item }) => item.planId === planId).map((one) => [one.item.id, one]),
        );
        const reports = await this.reports.of(actor, { id: planId, mechanismId }, [...ofPlan.keys()]);
        for (const [itemId, one] of ofPlan) {
          const status = reports.get(itemId)?.status;
          if (status) due.push({ ...one, status });
        }
      }
      await this.setAll(actor, mechanismId, due);
    });
  }

  /** Takes the acceptance back; items that nobody changed since have the status again that they had. Throws as `take`. */
  takeBack(actor: Actor, id: string, answer: AnswerInput): Promise<TakenBack> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await this.acceptanceUndo.take(actor, id, answer);
      const where = { entryId: id, mechanismId: answer.mechanismId ?? entry.mechanismId };
      const rows = await manager.findBy(ItemStatusSet, where);
      const done: TakenBack[] = [];
      for (const row of rows) done.push(await this.setBack(actor, row));
      await manager.delete(ItemStatusSet, where);
      return worstOf(done);
    });
  }

  private async setAll(
    actor: Actor,
    mechanismId: string,
    due: readonly { item: AboutItem; entryId: string; status: ItemStatus }[],
  ): Promise<void> {
    if (!can(actor, 'plans.edit', mechanismId)) return;
    await this.unitOfWork.run(async (manager) => {
      for (const { item, entryId, status } of due) {
        const before = await this.items.find(actor, item.id);
        if (before.status === status || isEnded(before.plan)) continue;
        const former = before.status as ItemStatus | null;
        const itemVersion = await this.set(actor, before, status);
        const key = { entryId, itemId: item.id };
        await manager.delete(ItemStatusSet, key);
        await manager.insert(ItemStatusSet, { ...key, mechanismId, itemVersion, former });
      }
    });
  }

  private async setBack(actor: Actor, { itemId, itemVersion, former }: ItemStatusSet): Promise<TakenBack> {
    const item = await this.items.find(actor, itemId).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (!item) return 'gone';
    if (item.version !== itemVersion || isEnded(item.plan)) return 'changed';
    await this.set(actor, item, former);
    return 'all';
  }

  /** Answers the item's version since. */
  private async set(actor: Actor, item: PlanItem, status: ItemStatus | null): Promise<number> {
    const input = { ...inputOf(item), status, version: item.version };
    return (await this.items.update(actor, item.id, input)).version;
  }
}
