import type { Day } from '../../../platform/i18n/day.js';
import { usePage } from '../../../platform/web/page-context.js';

/** What no source shows as held: it is expected, or, once its time is over, not confirmed. */
export function Doubtful({ what }: { what: { expected: boolean; period: { end: Day } } }) {
  const { t, now } = usePage();
  if (!what.expected) return null;
  const over = what.period.end < now.toISOString().slice(0, 10);
  return <span class="tag">{t(over ? 'cycle.unconfirmed' : 'cycle.expected')}</span>;
}
