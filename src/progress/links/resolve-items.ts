import { type EntityManager, In } from 'typeorm';
import { InvalidError } from '../../platform/errors.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';

/** The ids of the items an input means, all in plans of the mechanism. Throws InvalidError naming what is unknown. */
export async function resolveItems(
  manager: EntityManager,
  mechanismId: string,
  input: { items: string[]; itemCodes?: string | null; plan?: string },
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
  // Codes are those of the plan named, or of the first item's.
  const planId = input.plan ?? found[0]?.planId;
  if (codes.length > 0 && planId) {
    const byCode = await manager.find(PlanItem, {
      where: { plan: { id: planId, mechanismId }, code: In(codes) },
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
