import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { ListedEntry } from '../../access/load-listed.js';
import { EntryTitle } from '../../entries/views/entries.js';
import { reporterLabel } from '../../entries/labels.js';
import type { ReportableItem } from '../reportable-items.service.js';

/** So many of a kind stand on an overview. */
const SHOWN = 4;

/** Entries that wait for the reader, in short. */
export function EntriesToDo(props: { title: TextKey; entries: ListedEntry[]; all: string }) {
  const { t, language, day } = usePage();
  const { title, entries, all } = props;
  return (
    <ToDo
      title={t(title)}
      all={all}
      tasks={entries.map((entry) => ({
        key: entry.id,
        what: (
          <a href={`/progress/${entry.id}`}>
            <EntryTitle entry={entry} />
          </a>
        ),
        detail: (
          <>
            <bdi>{reporterLabel(entry, t, language)}</bdi>,{' '}
            {t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) })} ·{' '}
            {t(`entryState.${entry.standing}`)}
          </>
        ),
      }))}
    />
  );
}

/** Plan items that the reader reports on, in short; each leads to the form. */
export function ItemsToReport({ items }: { items: ReportableItem[] }) {
  const { t, day } = usePage();
  return (
    <ToDo
      title={t('asked.items')}
      all="/tasks"
      tasks={items.map(({ item, dueDay, reportedUntil }) => ({
        key: item.id,
        what: (
          <a href={`/items/${item.id}`}>
            <CodeAndTitle quiet code={item.code} title={item.title} />
          </a>
        ),
        detail: (
          <>
            {dueDay ? day(dueDay) : t('asked.noDate')} ·{' '}
            {reportedUntil ? t('asked.reportedUntil', { day: day(reportedUntil) }) : t('asked.notReported')}
          </>
        ),
        act: <a href={`/progress/new?item=${item.id}`}>{t('entry.report')}</a>,
      }))}
    />
  );
}

interface Task {
  key: string;
  what: ComponentChildren;
  detail: ComponentChildren;
  act?: ComponentChildren;
}

function ToDo({ title, tasks, all }: { title: string; tasks: Task[]; all: string }) {
  const { t } = usePage();
  return (
    <section>
      <h3>{title}</h3>
      <ul class="to-do">
        {tasks.slice(0, SHOWN).map(({ key, what, detail, act }) => (
          <li key={key}>
            <div>
              {what}
              <div class="quiet">{detail}</div>
            </div>
            {act}
          </li>
        ))}
      </ul>
      {tasks.length > SHOWN && (
        <p>
          <a href={all}>{t('asked.all', { count: tasks.length })}</a>
        </p>
      )}
    </section>
  );
}
