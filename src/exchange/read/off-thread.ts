import { InvalidError } from '../../platform/errors.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { inThread, ThreadLimitError } from '../../platform/threads/in-thread.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { firstLook } from '../match/first-look.js';
import type { Layout } from '../match/layout.js';
import type { DraftPlan } from './draft.js';
import type { PlanContent } from './plan-content.js';
import { draftsOf } from './plan-drafts.js';

const LOOK = new URL('../match/first-look.js', import.meta.url);
const DRAFTS = new URL('./plan-drafts.js', import.meta.url);
/** What is read in a moment is read at once. */
const FEW_ROWS = 300;

/** How a file is most likely to be read; a large one is looked at in a thread. */
export const lookedAt = (
  content: PlanContent,
  ...rest: [language: string, chosen?: { sheet?: number; headerRow?: number }]
): Promise<Layout> =>
  isSmall(content)
    ? Promise.resolve(firstLook(content, ...rest))
    : within(inThread<typeof firstLook>(LOOK, 'firstLook', [content, ...rest], LIMITS));

/** What a file says of a plan's items; of a large one it is worked out in a thread. */
export const draftedFrom = async (
  content: PlanContent,
  layout: Layout,
  plan: Pick<Plan, 'levelNames'> | null,
): Promise<DraftPlan> => {
  const own = plan && { levelNames: plan.levelNames };
  if (isSmall(content)) return draftsOf(content, layout, own);
  return within(inThread<typeof draftsOf>(DRAFTS, 'draftsOf', [content, layout, own], LIMITS));
};

const isSmall = ({ sheets, items }: PlanContent) =>
  (items?.length ?? 0) + sheets.reduce((sum, { rows }) => sum + rows.length, 0) <= FEW_ROWS;

async function within<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ThreadLimitError) throw InvalidError.field('file', 'error.fileTooSlow');
    throw error;
  }
}
