import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { typedList } from '../../platform/i18n/typed-list.js';
import { InvalidError } from '../../platform/errors.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { type AboutItem, AS_NAMED } from '../access/text-parts.js';

/** The items an input means, all in plans of the mechanism. Throws InvalidError naming what is unknown. */
export async function resolveItems(
  manager: EntityManager,
  mechanismId: string,
  input: { items: string[]; itemCodes?: string | null; plan?: string },
): Promise<AboutItem[]> {
  const ids = [...new Set(input.items)];
  const found = ids.length > 0 ? await itemsIn(manager, { id: In(ids), plan: { mechanismId } }) : [];
  if (found.length < ids.length) throw InvalidError.field('items', 'error.item');
  const items = new Map(ids.map((id) => [id, found.find((item) => item.id === id)!]));
  const codes = typedList(input.itemCodes);
  // Codes are those of the plan named, or of the first item's.
  const planId = input.plan ?? found[0]?.planId;
  if (codes.length > 0 && planId) {
    const byCode = await itemsIn(manager, { plan: { id: planId, mechanismId }, code: In(codes) });
    const known = new Set(byCode.map((item) => item.code));
    const unknown = codes.find((code) => !known.has(code));
    if (unknown) throw InvalidError.field('itemCodes', 'error.itemCode', { code: unknown });
    for (const item of byCode) items.set(item.id, item);
  }
  if (items.size === 0) throw InvalidError.field('items', 'error.itemNeeded');
  return [...items.values()];
}

const itemsIn = (manager: EntityManager, where: FindOptionsWhere<PlanItem>): Promise<AboutItem[]> =>
  manager.find(PlanItem, { where, relations: { plan: true }, select: AS_NAMED });
