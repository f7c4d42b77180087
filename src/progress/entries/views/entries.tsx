import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import { Fold, Shortened } from '../../../platform/web/design/fold.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type Column, NextPage, Table } from '../../../platform/web/table.js';
import type { ProgressSection } from '../../desk/progress-section.service.js';
import { ProgressFilter } from '../../desk/views/progress-section.js';
import type { ListedEntry } from '../../access/load-listed.js';
import type { EntryFilter } from '../entry.dto.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { WaitingForm } from '../../acceptance/views/waiting-form.js';
import { EntryTitle } from './entry-title.js';
import { reporterLabel } from '../labels.js';
import { StandingTag } from '../../words/standing-tag.js';

interface EntriesTableProps {
  entries: readonly (ListedEntry & { moment?: string })[];
  /** Says when each came to the reader: submitted, accepted, or last changed by their own people. */
  dated?: boolean;
}

export function EntriesTable({ entries, dated }: EntriesTableProps) {
  const { t, language, day, zone } = usePage();
  const columns: Column<ListedEntry & { moment?: string }>[] = [
    {
      label: t('entry.about'),
      heading: true,
      cell: (entry) => (
        <a href={`/progress/${entry.id}`}>
          <EntryTitle entry={entry} />
        </a>
      ),
    },
    { label: t('entry.reporter'), cell: (entry) => reporterLabel(entry, t, language) },
    {
      label: t('entry.period'),
      cell: (entry) => t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) }),
    },
    {
      label: t('entry.state'),
      cell: (entry) => <StandingTag standing={entry.standing} />,
    },
  ];
  if (dated)
    columns.push({
      label: t('entry.came'),
      cell: ({ moment }) => moment && day(dayIn(zone, new Date(moment))),
    });
  return <Table caption={t('entry.entries')} rows={entries} empty={t('entry.none')} columns={columns} />;
}

export function EntriesPage({
  filter,
  items,
  nextCursor,
  mechanism,
  section,
  state = emptyForm(),
  tickAll = false,
}: {
  filter: EntryFilter;
  /** What stands beside them there. */
  section?: ProgressSection;
  /** What was ticked of what waits, and why it was not taken. */
  state?: FormState;
  tickAll?: boolean;
  /** Whose entries alone these are. */
  mechanism?: Mechanism;
  items: ListedEntry[];
  nextCursor: string | null;
}) {
  const { t, language } = usePage();
  const query = (cursor: string) => {
    const values = Object.entries({ ...filter, cursor }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    const list = mechanism ? `/mechanisms/${mechanism.id}/progress` : '/progress';
    return `${list}?${new URLSearchParams(values).toString()}`;
  };
  const beside = section && section.toAccept.length > 0;
  // The list is of what waits: it stands above, and not once more.
  const isWaiting = beside && filter.state === 'submitted';
  const narrowed = [filter.plan, filter.reporter, filter.state, filter.since, filter.cursor].some(Boolean);
  const table = <EntriesTable entries={items} dated />;
  // What somebody asked for is shown whole.
  const shortened = section && !narrowed ? <Shortened count={items.length}>{table}</Shortened> : table;
  const all = (
    <>
      <p class="quiet">{t('entry.listText')}</p>
      {section?.reports && (
        <p>
          <a href={`/progress/ours?mechanism=${mechanism!.id}`}>{t('desk.title')}</a>
        </p>
      )}
      {section && <ProgressFilter section={section} filter={filter} mechanismId={mechanism!.id} />}
      {(items.length > 0 || !isWaiting) && shortened}
      <NextPage cursor={nextCursor} href={query} />
    </>
  );
  return (
    <Layout
      title={t(mechanism ? 'section.progress' : 'entry.entries')}
      crumbs={mechanism && [{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
    >
      {beside && (
        <section>
          <h2>{t('asked.toAccept')}</h2>
          <WaitingForm
            mechanismId={mechanism!.id}
            entries={section.toAccept}
            words={section.words}
            {...{ state, tickAll }}
          />
        </section>
      )}
      {beside && narrowed && !isWaiting && <h2>{t('entry.all')}</h2>}
      {beside && !narrowed ? (
        <Fold heading label={t('entry.all')}>
          {all}
        </Fold>
      ) : (
        all
      )}
    </Layout>
  );
}

/** Entries on the page of an item. */
export function EntriesPanel(props: { entries: ListedEntry[]; reportOn?: string; tellAt?: string }) {
  const { entries, reportOn, tellAt } = props;
  const { t } = usePage();
  return (
    <section>
      <h2>{t('entry.entries')}</h2>
      <EntriesTable entries={entries} />
      <p class="actions">
        {reportOn && (
          <a class="button" href={`/progress/new?item=${reportOn}`}>
            {t('entry.report')}
          </a>
        )}
        {tellAt && (
          <a class={reportOn ? 'button second' : 'button'} href={tellAt}>
            {t('asked.tellSecretariat')}
          </a>
        )}
      </p>
    </section>
  );
}
