import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { ListedEntry } from '../../access/load-listed.js';
import { EntryTitle } from '../../entries/views/entry-title.js';
import { reporterLabel } from '../../entries/labels.js';
import type { ReportableItem } from '../reportable-items.service.js';

/** Entries that wait for the reader, in short. */
export function EntriesToDo(props: { title: TextKey; entries: ListedEntry[]; count: number; all: string }) {
  const { t, language, day } = usePage();
  const { title, entries, count, all } = props;
  return (
    <ToDo
      title={t(title)}
      all={all}
      count={count}
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
export function ItemsToReport({ items, count }: { items: ReportableItem[]; count: number }) {
  const { t, day } = usePage();
  return (
    <ToDo
      title={t('asked.items')}
      all="/tasks"
      count={count}
      tasks={items.map(({ item, dueDay, reportedUntil, tellAt }) => ({
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
        act: <TellLink item={item} tellAt={tellAt} />,
      }))}
    />
  );
}

/** To the form, or for a chair to where it tells its secretariat. */
export function TellLink({ item, tellAt }: Pick<ReportableItem, 'item' | 'tellAt'>) {
  const { t } = usePage();
  return tellAt ? (
    <a href={tellAt}>{t('asked.tellSecretariat')}</a>
  ) : (
    <a href={`/progress/new?item=${item.id}`}>{t('entry.report')}</a>
  );
}

interface Task {
  key: string;
  what: ComponentChildren;
  detail: ComponentChildren;
  act?: ComponentChildren;
}

/** Things to do under a heading, each with where it is done. */
export function ToDo(props: {
  title: string;
  tasks: Task[];
  count: number;
  all: string;
  /** On a page of its own, a section of it. */
  heading?: 'h2' | 'h3';
}) {
  const { title, tasks, count, all, heading: Heading = 'h3' } = props;
  const { t } = usePage();
  return (
    <section>
      <Heading>{title}</Heading>
      <ul class="to-do">
        {tasks.map(({ key, what, detail, act }) => (
          <li key={key}>
            <div>
              {what}
              <div class="quiet">{detail}</div>
            </div>
            {act}
          </li>
        ))}
      </ul>
      {count > tasks.length && (
        <p>
          <a href={all}>{t('asked.all', { count })}</a>
        </p>
      )}
    </section>
  );
}
