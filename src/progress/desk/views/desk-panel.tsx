import { usePage } from '../../../platform/web/page-context.js';
import type { DeskRow } from '../desk-rows.js';
import { DeskTable } from './desk-table.js';

interface DeskPanelProps {
  rows: readonly DeskRow[];
  names: ReadonlyMap<string, string>;
  mechanism: string;
}

const SHOWN = 8;

/** The latest texts of a delegation in one mechanism. */
export function DeskPanel({ rows, names, mechanism }: DeskPanelProps) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('desk.title')}</h2>
      <DeskTable rows={rows.slice(0, SHOWN)} names={names} />
      <p class="actions">
        {rows.length > SHOWN && (
          <a href={`/progress/ours?mechanism=${mechanism}`}>{t('desk.here', { count: rows.length })}</a>
        )}
        <a href="/progress/ours">{t('desk.everywhere')}</a>
      </p>
    </section>
  );
}
