import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { inputOf } from '../../plans/items/item-record.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { isEnded } from '../../plans/plan/plan-text.js';
import { ITEM_STATUSES, type ItemStatus } from '../../plans/plan/vocabulary.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { AcceptInput, AnswerInput } from '../entries/entry.dto.js';
import { ProgressService } from '../entries/progress.service.js';
import { AcceptanceUndo } from './acceptance-undo.service.js';

/** Accepts an entry, and on the secretariat's wish gives its items the status that it says; and takes both back. */
@Injectable()
export class ItemStatusService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly items: ItemsService,
    private readonly progress: ProgressService,
    private readonly acceptanceUndo: AcceptanceUndo,
  ) {}

  /** Answers what `takeBack` needs to know of the items: empty where none was changed. Throws as accepting does. */
  accept(actor: Actor, id: string, { setStatus, ...answer }: AcceptInput): Promise<string> {
    return this.unitOfWork.run(async () => {
      const { content, items, places } = await this.entries.find(actor, id);
      const there = answer.mechanismId ?? places.find(({ answerable }) => answerable)?.mechanismId;
      await this.progress.accept(actor, id, answer);
      const { status } = content;
      if (!setStatus || !status || !there || !can(actor, 'plans.edit', there)) return '';
      const former: string[] = [];
      for (const { id: itemId, plan } of items) {
        if (plan.mechanismId !== there) continue;
        const before = await this.set(actor, itemId, status);
        if (before) former.push(before);
      }
      return former.join(' ');
    });
  }

  /** Takes the acceptance back; items that nobody changed since have the status again that they had. */
  takeBack(actor: Actor, id: string, answer: AnswerInput, former: string | null): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.acceptanceUndo.take(actor, id, answer);
      for (const one of (former ?? '').split(' ').filter(Boolean)) {
        const [itemId = '', version, status = ''] = one.split(':');
        const known = ITEM_STATUSES.find((value) => value === status) ?? null;
        await this.set(actor, itemId, known, Number(version));
      }
    });
  }

  /** What it was before, with the version it has now; null where it stays. */
  private async set(
    actor: Actor,
    itemId: string,
    status: ItemStatus | null,
    version?: number,
  ): Promise<string | null> {
    const item = await this.items.find(actor, itemId);
    if (item.status === status || isEnded(item.plan)) return null;
    if (version !== undefined && item.version !== version) return null;
    const was = item.status ?? '';
    const changed = await this.items.update(actor, itemId, {
      ...inputOf(item),
      status,
      version: item.version,
    });
    return `${itemId}:${changed.version}:${was}`;
  }
}
