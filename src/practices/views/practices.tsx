import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { can } from '../../accounts/roles.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { useStateOptions } from '../../mechanisms/mechanism/views/parts.js';
import { Shortened } from '../../platform/web/design/fold.js';
import { Select } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage } from '../../platform/web/table.js';
import type { PracticeFilter } from '../practice.dto.js';
import type { SeenPractice } from '../practice-query.service.js';
import { languageOptions, useObjectiveOptions, usePrincipleOptions } from './parts.js';
import { PracticesTable } from './practice-table.js';
import { SharingTabs } from './sharing-tabs.js';
import { Readiness } from '../review/views/readiness.js';

interface PracticesPageProps {
  filter: PracticeFilter;
  items: SeenPractice[];
  nextCursor: string | null;
  /** Null: of all mechanisms. */
  mechanism?: Mechanism;
  /** Codes of who takes part in the mechanism. */
  participants?: string[];
  /** Whether the reader is ready to advise here; null when not asked. */
  ready?: boolean | null;
}

/** Practices in the reader's sight, by title. */
export function PracticesPage(props: PracticesPageProps) {
  const { filter, items, nextCursor, mechanism, participants = [], ready = null } = props;
  const { t, actor, language } = usePage();
  const path = mechanism ? `/mechanisms/${mechanism.id}/practices` : '/practices';
  return (
    <Layout
      title={t('practices.title')}
      crumbs={mechanism && [{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
      actions={
        mechanism &&
        can(actor, 'practices.write', mechanism.id) && (
          <a class="button" href={`${path}/new`}>
            {t('practices.new')}
          </a>
        )
      }
    >
      {mechanism && <SharingTabs mechanismId={mechanism.id} />}
      <p class="quiet">{t('practices.intro')}</p>
      <Filter filter={filter} path={path} participants={participants} />
      <Shortened count={items.length}>
        <PracticesTable items={items} />
      </Shortened>
      <NextPage cursor={nextCursor} href={(cursor) => `${path}?${queryOf({ ...filter, cursor })}`} />
      {mechanism && ready !== null && <Readiness mechanism={mechanism} ready={ready} />}
    </Layout>
  );
}

interface FilterProps {
  filter: PracticeFilter;
  path: string;
  participants: string[];
}

function Filter({ filter, path, participants }: FilterProps) {
  const { t } = usePage();
  const all = t('practices.any');
  const { objective, principle, country, language } = filter;
  return (
    <details class="card" open={Boolean(objective || principle || country || language)}>
      <summary>{t('practices.filter')}</summary>
      <Form
        action={path}
        method="get"
        filters
        state={emptyForm({ ...filter })}
        submit={t('practices.filter')}
      >
        <Select
          name="objective"
          label={t('practice.objective')}
          options={useObjectiveOptions()}
          empty={all}
        />
        <Select
          name="principle"
          label={t('practice.principle')}
          options={usePrincipleOptions()}
          empty={all}
        />
        <Select
          name="country"
          label={t('practice.country')}
          options={useStateOptions(participants)}
          empty={all}
        />
        <Select name="language" label={t('practice.language')} options={languageOptions} empty={all} />
      </Form>
    </details>
  );
}

function queryOf(values: PracticeFilter): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
