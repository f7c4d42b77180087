import { formatDay } from '../../../platform/i18n/dates.js';
import { fieldId } from '../../../platform/web/field.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Days } from '../../cycles/holes.js';

const FIELDS = ['periodFrom', 'periodUntil'].map((name) => `#${fieldId(name)}`);

/** Where the days are chosen; `ask` is the address that says it again for others. Without JavaScript it is of the first ones. */
export const Overlap = ({ days, ask }: { days: Days | null; ask: string }) => (
  <div
    role="status"
    hx-get={ask}
    hx-trigger={FIELDS.map((field) => `change from:${field}`).join(', ')}
    hx-include={FIELDS.join(', ')}
    hx-swap="innerHTML"
    {...{ 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }}
  >
    <OverlapSaid days={days} />
  </div>
);

export function OverlapSaid({ days }: { days: Days | null }) {
  const { t, language } = usePage();
  if (!days) return null;
  const [from, until] = [formatDay(days.from, language), formatDay(days.until, language)];
  return (
    <p class="notice">
      {days.from === days.until ? t('open.overlapDay', { day: from }) : t('open.overlap', { from, until })}
    </p>
  );
}
