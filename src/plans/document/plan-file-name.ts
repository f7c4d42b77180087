import type { Plan } from '../plan/plan.entity.js';

/** What its files are called: words of its title, without what file systems do not take. */
export const planFileName = ({ title }: Pick<Plan, 'title'>): string =>
  (title.texts[title.original] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '') || 'plan';
