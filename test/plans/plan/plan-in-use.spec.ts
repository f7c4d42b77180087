import { planInUse } from '../../../src/plans/plan/plan-in-use.js';

const plan = (id: string, fields: Partial<Parameters<typeof planInUse>[0][number]> = {}) => ({
  ...{ id, state: 'adopted' as const, periodStart: null, periodEnd: null },
  ...fields,
});
const over = { periodStart: '2020-01-01', periodEnd: '2025-12-31' };
const later = { periodStart: '2028-01-01', periodEnd: null };

it.each<[what: string, plans: ReturnType<typeof plan>[], used: Record<string, number>, id: string | null]>([
  [
    'the one that people work by, though another is newer',
    [plan('new'), plan('worked')],
    { worked: 3 },
    'worked',
  ],
  ['the latest where none is worked by', [plan('new'), plan('old')], {}, 'new'],
  ['the latest of those worked by alike', [plan('new'), plan('old')], { new: 2, old: 2 }, 'new'],
  [
    'the one of today, though one that is over has more',
    [plan('now'), plan('past', over)],
    { past: 9 },
    'now',
  ],
  ['the one of today, though one to come is newer', [plan('next', later), plan('now')], { next: 9 }, 'now'],
  ['one that is over, where none is of today', [plan('past', over)], {}, 'past'],
  ['none that is a draft', [plan('draft', { state: 'draft' }), plan('old')], { draft: 9 }, 'old'],
  ['nothing where none is in force', [plan('draft', { state: 'draft' })], { draft: 9 }, null],
])('the plan a mechanism works by is %s', (_what, plans, used, id) => {
  expect(planInUse(plans, new Map(Object.entries(used)), '2027-03-01')?.id ?? null).toBe(id);
});
