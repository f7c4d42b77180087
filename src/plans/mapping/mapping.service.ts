import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { suggest, type Suggestions } from '../../framework/search/suggest.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { inputOf } from '../items/item-record.js';
import { itemChange } from '../items/item-history.js';
import { ItemsService } from '../items/items.service.js';
import type { MappingInput, MappingStep } from './mapping.dto.js';
import type { ItemInput } from '../items/item.dto.js';
import { ItemObjective, ItemPrinciple, PlanItem } from '../plan/plan.entity.js';
import { admitItemText } from '../plan/plan-text.js';
import { PlansService } from '../plan/plans.service.js';
import { snapshotOf } from '../items/snapshot.js';

/** What this service changes of an item: the secretariat's reading of it. The plan's own text stays. */
type Mapping = Pick<ItemInput, 'objectives' | 'principles' | 'institutional'>;
type Reference = Mapping['objectives'][number];

/** The mapping of items to the Compact, one click at a time or as a whole. A person decides; nothing maps by itself. */
@Injectable()
export class MappingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: ItemsService,
    private readonly plans: PlansService,
    private readonly history: History,
  ) {}

  /** What the item may be mapped to, by the words it shares with the catalogue. Throws NotFoundError. */
  async suggestions(actor: Actor, id: string, limit?: number): Promise<Suggestions> {
    return suggestionsFor(await this.items.find(actor, id), limit);
  }

  /**
   * Adds and removes; what is there already, or not there, is left. Throws ConflictError when the plan has ended or
   * somebody changed the item in the same moment.
   */
  step(actor: Actor, id: string, input: MappingStep): Promise<PlanItem> {
    return this.change(actor, id, null, (now) => ({
      objectives: stepped(now.objectives, input.add, input.remove, keyOf),
      principles: stepped(now.principles, input.addPrinciple, input.removePrinciple, String),
      institutional: input.institutional ?? now.institutional,
    }));
  }

  /** Sets the whole mapping. Throws ConflictError, with the item as it stands, when `version` is not the current one. */
  set(actor: Actor, id: string, { version, ...input }: MappingInput): Promise<PlanItem> {
    return this.change(actor, id, version, (now) => ({
      objectives: stepped([], input.objectives, [], keyOf),
      principles: [...new Set(input.principles ?? now.principles)],
      institutional: input.institutional ?? now.institutional,
    }));
  }

  private change(
    actor: Actor,
    id: string,
    version: number | null,
    next: (now: Mapping) => Mapping,
  ): Promise<PlanItem> {
    return this.unitOfWork.run(async (manager) => {
      const item = await this.items.find(actor, id);
      const plan = await this.plans.findToEdit(actor, item.planId);
      const now = inputOf(item);
      const then = { ...now, ...next(now) };
      const [before, after] = [snapshotOf(now), snapshotOf(then)];
      admitItemText(plan, before, after);
      if (version === null && same(before, after)) return item;
      const where = { id, version: version ?? item.version };
      const { institutional } = after;
      const current = async () => snapshotOf(inputOf(await this.items.find(actor, id)));
      await change(manager, PlanItem, where, { institutional }, { current });
      await writeMapping(manager, id, now, then);
      const recorded = ({ code, objectives, principles, institutional: own }: typeof after) => ({
        ...{ code, objectives, principles, institutional: own },
      });
      const values = { before: recorded(before), after: recorded(after) };
      await this.history.record(actor, itemChange('item.map', plan, id, values));
      return this.items.find(actor, id);
    });
  }
}

/** The suggestions for an item that is at hand; some of them it may be mapped to already. */
export function suggestionsFor(item: PlanItem, limit?: number): Suggestions {
  const texts = (value: PlanItem['description']) => Object.values(value?.texts ?? {});
  return suggest({ titles: texts(item.title), descriptions: texts(item.description) }, limit);
}

const keyOf = ({ objective, letter }: Reference) => `${objective}${letter}`;

function stepped<T>(
  now: readonly T[],
  add: readonly T[],
  remove: readonly T[],
  key: (value: T) => string,
): T[] {
  const gone = new Set(remove.map(key));
  return [...new Map([...now, ...add].map((value) => [key(value), value])).values()].filter(
    (value) => !gone.has(key(value)),
  );
}

const same = (before: object, after: object) => JSON.stringify(before) === JSON.stringify(after);

/** Rows that stay are left alone. */
async function writeMapping(
  manager: EntityManager,
  itemId: string,
  now: Mapping,
  next: Mapping,
): Promise<void> {
  const has = (list: Reference[], one: Reference) => list.some((other) => keyOf(other) === keyOf(one));
  for (const one of now.objectives)
    if (!has(next.objectives, one)) await manager.delete(ItemObjective, { itemId, ...one });
  for (const one of next.objectives)
    if (!has(now.objectives, one)) await manager.insert(ItemObjective, { id: uuid(), itemId, ...one });
  for (const principle of now.principles)
    if (!next.principles.includes(principle)) await manager.delete(ItemPrinciple, { itemId, principle });
  for (const principle of next.principles)
    if (!now.principles.includes(principle))
      await manager.insert(ItemPrinciple, { id: uuid(), itemId, principle });
}
