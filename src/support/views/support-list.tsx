import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Select } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage } from '../../platform/web/table.js';
import { supportKinds } from '../../progress/entries/vocabulary.data.js';
import type { SupportFilter } from '../support.dto.js';
import type { SupportRequest } from '../support.entity.js';
import { useObjectiveOptions } from '../../practices/views/parts.js';
import { SharingTabs } from '../../practices/views/sharing-tabs.js';
import { RequestsTable } from './request-table.js';

interface SupportListProps {
  mechanism: Mechanism;
  filter: SupportFilter;
  items: SupportRequest[];
  nextCursor: string | null;
  writes: boolean;
}

/** Requests in the reader's sight, the latest first, and in no other order. */
export function SupportListPage({ mechanism, filter, items, nextCursor, writes }: SupportListProps) {
  const { t, language } = usePage();
  const path = `/mechanisms/${mechanism.id}/support`;
  const next = (cursor: string) => {
    const values = Object.entries({ ...filter, cursor }).filter(([, value]) => Boolean(value));
    return `${path}?${new URLSearchParams(values.map(([name, value]) => [name, String(value)])).toString()}`;
  };
  return (
    <Layout
      title={t('supports.title')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
      actions={
        writes && (
          <a class="button" href={`${path}/new`}>
            {t('supports.new')}
          </a>
        )
      }
    >
      <SharingTabs mechanismId={mechanism.id} />
      <p class="quiet">{t('supports.intro')}</p>
      <Form
        action={path}
        method="get"
        filters
        state={emptyForm({ ...filter })}
        submit={t('practices.filter')}
      >
        <Select
          name="kind"
          label={t('supports.kind')}
          options={supportKinds.map((value) => ({ value, label: t(`support.${value}`) }))}
          empty={t('practices.any')}
        />
        <Select
          name="objective"
          label={t('practice.objective')}
          options={useObjectiveOptions()}
          empty={t('practices.any')}
        />
      </Form>
      <RequestsTable items={items} />
      <NextPage cursor={nextCursor} href={next} />
    </Layout>
  );
}
