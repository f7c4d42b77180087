import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { EntriesTable } from './entries.js';

/** On an item that was carried over: what was reported on the items it carries on. */
export function FormerEntriesPanel({ entries }: { entries: SeenEntry[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('entry.former')}</h2>
      <p class="quiet">{t('entry.formerText')}</p>
      <EntriesTable entries={entries} />
    </section>
  );
}
