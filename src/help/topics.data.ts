import type { HelpTopic } from '../platform/web/help/help-link.js';

export type HelpGroup = 'start' | 'roles' | 'sections' | 'matters';

/** What there is help on, in the order it is listed. Sections go by their keys in `sections.data.ts`. */
export const helpTopics: Readonly<Record<HelpGroup, readonly HelpTopic[]>> = {
  start: ['waymark'],
  roles: ['secretariat', 'chair', 'focal-point', 'partner', 'reader', 'administrator', 'visitor'],
  sections: [
    'overview',
    'plan',
    'progress',
    'calls',
    'meetings',
    'practices',
    'indicators',
    'reminders',
    'documents',
    'people',
    'delegation',
    'about',
    'settings',
  ],
  matters: [
    'visibility',
    'release',
    'counted',
    'answering',
    'clearance',
    'four-eyes',
    'import',
    'languages',
    'offline',
    'keyboard',
  ],
};

export const allTopics: readonly HelpTopic[] = Object.values(helpTopics).flat();
