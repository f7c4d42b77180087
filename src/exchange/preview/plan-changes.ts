import { readInput } from '../../platform/http/read-input.js';
import { PlanInput } from '../../plans/plan/plan.dto.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { Difference } from './differences.js';
import { factRows, type FilePlanFacts } from '../parts/plan-facts.js';

/**
 * The plan's own fields after the import: what stands, what the file says of it, what was typed. Throws InvalidError by
 * field.
 */
export function withFacts(
  plan: Plan | null,
  facts: FilePlanFacts,
  typed: Record<string, unknown> | null,
  levelNames: readonly string[],
): PlanInput {
  if (plan) return readInput(PlanInput, { ...plan, ...facts, isPublic: plan.isPublic });
  return readInput(PlanInput, { kind: 'multi-annual', levelNames, ...facts, ...typed });
}

/** What the file says of the plan and the plan does not, in words. */
export function planDifferences(plan: Plan, fields: PlanInput): Difference[] {
  const wordsOf = (of: Plan) => {
    const words = new Map<string, string>();
    for (const { key, language, value } of factRows(of)) {
      const use = language ? `${key}.${language}` : key;
      words.set(use, words.has(use) ? `${words.get(use)}\n${value}` : value);
    }
    return words;
  };
  const [before, after] = [wordsOf(plan), wordsOf({ ...plan, ...fields })];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((use) => {
    const texts = { before: before.get(use) ?? '', after: after.get(use) ?? '' };
    return texts.before === texts.after ? [] : [{ use, ...texts }];
  });
}
