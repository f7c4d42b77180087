import { type EntityManager, In } from 'typeorm';
import { typedList } from '../../platform/i18n/typed-list.js';
import { InvalidError } from '../../platform/errors.js';
import { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import type { DecisionInput } from './decision.dto.js';

/**
 * The plan items a decision is said to be about: those given by id, and those given by their codes in one plan. Throws InvalidError for an item or plan of another mechanism, and for a code that is in the plan not at all
 * or several times.
 */
export async function itemsNamed(
  manager: EntityManager,
  mechanismId: string,
  { items, planId, itemCodes }: Pick<DecisionInput, 'items' | 'planId' | 'itemCodes'>,
): Promise<PlanItem[]> {
  const given =
    items.length > 0 ? await manager.findBy(PlanItem, { id: In(items), plan: { mechanismId } }) : [];
  if (given.length !== items.length) throw InvalidError.field('items', 'error.decisionItems');
  const codes = [...new Set(typedList(itemCodes))];
  if (codes.length === 0) return given;
  if (planId === null) throw InvalidError.field('planId', 'error.required');
  if (!(await manager.existsBy(Plan, { id: planId, mechanismId })))
    throw InvalidError.field('planId', 'error.decisionItems');
  const found = await manager.findBy(PlanItem, { planId, code: In(codes) });
  const byCode = codes.map((code) => {
    const [first, second] = found.filter((item) => item.code === code);
    if (!first) throw InvalidError.field('itemCodes', 'error.decisionCode', { code });
    if (second) throw InvalidError.field('itemCodes', 'error.decisionCodeTwice', { code });
    return first;
  });
  return [...new Map([...given, ...byCode].map((item) => [item.id, item])).values()];
}
