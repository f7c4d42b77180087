import { type Mark, Status } from '../../platform/web/design/status.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Standing } from './entry-standing.js';

const MARKS: Record<Standing, Mark> = {
  draft: 'draft',
  'in-clearance': 'waits',
  'in-revision': 'draft',
  submitted: 'half',
  accepted: 'full',
  returned: 'waits',
  'not-taken-up': 'stopped',
  withdrawn: 'stopped',
};

/** How an entry stands, for the one who reads it. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = usePage();
  return <Status mark={MARKS[standing]}>{t(`entryState.${standing}`)}</Status>;
}
