import type { Plan } from '../../plans/plan/plan.entity.js';
import { InvalidError } from '../../platform/errors.js';
import type { Layout } from '../match/layout.js';
import type { DraftPlan } from './draft.js';
import { jsonDrafts } from './json-drafts.js';
import type { PlanContent } from './plan-content.js';
import { tableDrafts } from './table-drafts.js';

/** What a file says of a plan's items. Throws InvalidError for a sheet that it does not have. */
export function draftsOf(
  content: PlanContent,
  layout: Layout,
  plan: Pick<Plan, 'levelNames'> | null,
): DraftPlan {
  if (content.items)
    return {
      drafts: jsonDrafts(content.items),
      leftOut: [],
      uses: [],
      objectiveHeadings: [],
      levelNames: [],
    };
  const sheet = content.sheets[layout.sheet];
  if (!sheet) throw InvalidError.field('sheet', 'error.choice');
  const facts = content.facts?.levelNames;
  const names =
    plan?.levelNames ?? (Array.isArray(facts) ? facts.filter((one) => typeof one === 'string') : []);
  return tableDrafts(sheet, layout, names);
}
