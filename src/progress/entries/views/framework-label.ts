import type { Translate } from '../../../platform/i18n/i18n.js';

/** Frameworks the product has a name for; others go by the plan's own. */
const known = { sdg: 'board.framework.sdg', jvap: 'board.framework.jvap' } as const;

export const frameworkLabel = (framework: string, t: Translate): string =>
  Object.hasOwn(known, framework) ? t(known[framework as keyof typeof known]) : framework;
