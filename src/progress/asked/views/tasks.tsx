import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { TableSection } from '../../../platform/web/table.js';
import type { ReportableItem } from '../reportable-items.service.js';
import type { ListedEntry } from '../../access/load-listed.js';
import { EntriesTable } from '../../entries/views/entries.js';
import { TellLink } from './to-do.js';

interface TasksPageProps {
  /** What goes before everything else, what there is to write and to accept, and what comes after. */
  top: ComponentChildren[];
  main: ComponentChildren[];
  rest: ComponentChildren[];
}

/** What waits for somebody in all mechanisms. */
export function TasksPage({ top, main, rest }: TasksPageProps) {
  const { t } = usePage();
  return (
    <Layout title={t('nav.tasks')}>
      <p class="quiet">{t(top.length + main.length === 0 ? 'asked.nothing' : 'asked.text')}</p>
      {top}
      {main}
      {rest}
    </Layout>
  );
}

/** Entries under a heading. */
export function EntriesSection({ title, entries }: { title: TextKey; entries: ListedEntry[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t(title)}</h2>
      <EntriesTable entries={entries} />
    </section>
  );
}

export function ReportableItems({ items }: { items: ReportableItem[] }) {
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
              <CodeAndTitle quiet code={item.code} title={item.title} />
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
          cell: ({ item, offers, tellAt }) => (
            <>
              <TellLink item={item} tellAt={tellAt} />
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
