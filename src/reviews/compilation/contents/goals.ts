import { objective } from '../../../framework/framework.js';
import type { CompileContent } from './content.js';

/**
 * The Sustainable Development Goals that the plans' items serve: by the targets that the plan names, and by those that
 * the Compact's own text names for the objectives they serve.
 */
export const goalsContent: CompileContent = function* ({ at, facts, material }, words) {
  const { t } = words;
  const goals = new Map<number, { targets: Set<string>; items: Set<string> }>();
  for (const { id, objectives } of facts.items) {
    const own = (material.items?.get(id)?.references ?? [])
      .filter(({ framework }) => framework === 'sdg')
      .map(({ code }) => code);
    const ofCompact = objectives.flatMap((number) => objective(number)?.sdgTargets ?? []);
    for (const code of [...own, ...ofCompact]) {
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
