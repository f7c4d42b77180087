import type { ComponentChildren } from 'preact';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { TableSection } from '../../../platform/web/table.js';
import type { ReportableItem } from '../reportable-items.service.js';
import type { ListedEntry } from '../../access/load-listed.js';
import { EntriesTable } from '../../entries/views/entries.js';

interface ReportableItemsPageProps {
  items: ReportableItem[];
  unfinished: ListedEntry[];
  toAccept: ListedEntry[];
  /** Of other features: what goes before everything else, and what comes after. */
  top: ComponentChildren[];
  panels: ComponentChildren[];
}

export function ReportableItemsPage({ items, unfinished, toAccept, top, panels }: ReportableItemsPageProps) {
  const { t } = usePage();
  const inClearance = unfinished.filter(({ standing }) => standing === 'in-clearance');
  const atWork = unfinished.filter((entry) => !inClearance.includes(entry));
  const nothing = items.length + unfinished.length + toAccept.length + top.length === 0;
  return (
    <Layout title={t('nav.asked')}>
      <p class="quiet">{t(nothing ? 'asked.nothing' : 'asked.text')}</p>
      {top}
      {toAccept.length > 0 && (
        <section>
          <h2>{t('asked.toAccept')}</h2>
          <EntriesTable entries={toAccept} />
        </section>
      )}
      {atWork.length > 0 && (
        <section>
          <h2>{t('asked.unfinished')}</h2>
          <EntriesTable entries={atWork} />
        </section>
      )}
      {inClearance.length > 0 && (
        <section>
          <h2>{t('asked.inClearance')}</h2>
          <EntriesTable entries={inClearance} />
        </section>
      )}
      {items.length > 0 && <ReportableItems items={items} />}
      {panels}
    </Layout>
  );
}

function ReportableItems({ items }: { items: ReportableItem[] }) {
  const { t, day } = usePage();
  return (
    <TableSection
      caption={t('asked.items')}
      rows={items}
      columns={[
        {
          label: t('item.item'),
          heading: true,
          cell: ({ item }) => (
            <a href={`/items/${item.id}`}>
              <span class="quiet">{item.code}</span> <LocalizedText value={item.title} />
            </a>
          ),
        },
        { label: t('plan.plan'), cell: ({ item }) => <LocalizedText value={item.plan.title} /> },
        { label: t('asked.plannedFor'), cell: ({ dueDay }) => (dueDay ? day(dueDay) : t('asked.noDate')) },
        {
          label: t('asked.lastReported'),
          cell: ({ reportedUntil }) =>
            reportedUntil ? t('asked.until', { day: day(reportedUntil) }) : t('asked.never'),
        },
        {
          label: t('list.actions'),
          cell: ({ item, offers }) => (
            <>
              <a href={`/progress/new?item=${item.id}`}>{t('entry.report')}</a>
              {offers[0] && (
                <>
                  <br />
                  <a href={`/progress/${offers[0].entryId}/links/new?item=${item.id}`}>
                    {t('link.offerShort')}
                  </a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
