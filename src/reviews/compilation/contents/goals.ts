import { objective } from '../../../framework/framework.js';
import type { ItemFacts } from '../facts/document-facts.js';
import { workOf } from '../facts/headings.js';
import type { Material } from '../material/material.js';
import type { CompileContent } from './content.js';

/**
 * The Sustainable Development Goals that the plans' items serve: by the targets that the plan names, and by those that
 * the Compact's own text names for the objectives they serve. A chapter is not counted beside what it holds, which
 * serves what it does.
 */
export const goalsContent: CompileContent = function* ({ at, facts, material }, words) {
  const { t } = words;
  const goals = new Map<number, { targets: Set<string>; items: Set<string> }>();
  const named = targetsNamed(facts.items, material);
  for (const { id, serves } of workOf(facts.items)) {
    const ofCompact = serves.flatMap((number) => objective(number)?.sdgTargets ?? []);
    for (const code of [...named.get(id)!, ...ofCompact]) {
      const number = Number(code.split('.')[0]);
      if (!number) continue;
      const goal = goals.get(number) ?? { targets: new Set(), items: new Set() };
      if (code.includes('.')) goal.targets.add(code);
      goal.items.add(id);
      goals.set(number, goal);
    }
  }
  if (goals.size === 0) return;
  const numeric = new Intl.Collator('en', { numeric: true });
  yield {
    key: `${at}/goals`,
    blocks: [
      words.paragraph(t('say.goals')),
      {
        type: 'table',
        caption: t('say.goals.caption'),
        columns: [
          { label: t('say.goals.goal') },
          { label: t('say.goals.targets'), width: 3 },
          { label: t('say.goals.items'), align: 'end' },
        ],
        rows: [...goals]
          .sort(([a], [b]) => a - b)
          .map(([number, { targets, items }]) => [
            [{ text: t('say.goal', { number }) }],
            [{ text: [...targets].sort(numeric.compare).join(', ') }],
            [{ text: String(items.size) }],
          ]),
      },
    ],
    sources: [],
  };
};

/** By item, the goals and targets that it names, else those that the nearest item above it does, which comes before it. */
function targetsNamed(items: readonly ItemFacts[], material: Material): Map<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { id, parentId } of items) {
    const own = (material.items?.get(id)?.references ?? [])
      .filter(({ framework }) => framework === 'sdg')
      .map(({ code }) => code);
    named.set(id, own.length > 0 ? own : (named.get(parentId ?? '') ?? []));
  }
  return named;
}
