import { usePage } from '../../../platform/web/page-context.js';
import type { ListedEntry } from '../../access/load-listed.js';
import { EntriesTable } from './entries.js';

/** On an item that was carried over: what was reported on the items it carries on. */
export function FormerEntriesPanel({ entries }: { entries: ListedEntry[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('entry.former')}</h2>
      <p class="quiet">{t('entry.formerText')}</p>
      <EntriesTable entries={entries} />
    </section>
  );
}
