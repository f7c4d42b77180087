import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { DeskFilter } from '../desk.dto.js';
import type { DeskRow } from '../desk-rows.js';
import { DeskFilterForm } from './desk-filter.js';
import { DeskTable } from './desk-table.js';

interface DeskPageProps {
  rows: DeskRow[];
  /** Without the filter: what there is to choose from. */
  all: DeskRow[];
  names: ReadonlyMap<string, string>;
  filter: DeskFilter;
  state: FormState;
}

/** What shows at once; a filter and the file lead to the rest. */
const SHOWN = 100;

export function DeskPage({ rows, all, names, filter, state }: DeskPageProps) {
  const { t } = usePage();
  const here = filter.mechanism ?? (names.size === 1 ? [...names.keys()][0]! : null);
  const only = here && names.has(here) ? here : null;
  const chosen = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]));
  const file = (format: string) =>
    `/progress/ours/file?${new URLSearchParams([...chosen.filter(([name]) => name !== 'format'), ['format', format]])}`;
  return (
    <Layout
      title={t('desk.title')}
      crumbs={only ? [{ label: names.get(only)!, href: `/mechanisms/${only}` }] : []}
    >
      <p class="quiet">{t('desk.text')}</p>
      {all.length > 0 && <DeskFilterForm {...{ all, names, state }} />}
      {all.length === 0 ? (
        <EmptyState heading="h2" title={t('desk.none')} action={{ href: '/tasks', label: t('nav.tasks') }}>
          {t('desk.noneText')}
        </EmptyState>
      ) : (
        <>
          <p class="actions">
            <span class="quiet">{t('desk.count', { count: rows.length })}</span>
            {rows.length > 0 && (
              <>
                <a href={file('xlsx')}>{t('desk.xlsx')}</a>
                <a href={file('csv')}>{t('desk.csv')}</a>
              </>
            )}
          </p>
          <DeskTable rows={rows.slice(0, SHOWN)} names={names} />
          {rows.length > SHOWN && <p class="quiet">{t('desk.more', { number: SHOWN })}</p>}
        </>
      )}
    </Layout>
  );
}
