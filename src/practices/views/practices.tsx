import { can } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { directionOf, LANGUAGE_NAMES } from '../../platform/i18n/i18n.js';
import { Select } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage, Table } from '../../platform/web/table.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import type { PracticeFilter } from '../practice.dto.js';
import type { SeenPractice } from '../practice-query.service.js';
import { languageOptions, useObjectiveOptions, usePrincipleOptions } from './parts.js';

interface PracticesPageProps {
  filter: PracticeFilter;
  items: SeenPractice[];
  nextCursor: string | null;
  /** Null: of all mechanisms. */
  mechanism?: Mechanism;
  /** Whether the reader is ready to advise here; null when not asked. */
  ready?: boolean | null;
}

/** Practices in the reader's sight, by title. */
export function PracticesPage({ filter, items, nextCursor, mechanism, ready = null }: PracticesPageProps) {
  const { t, actor } = usePage();
  const path = mechanism ? `/mechanisms/${mechanism.id}/practices` : '/practices';
  return (
    <Layout
      title={t('practices.title')}
      crumbs={mechanism && [{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
      actions={
        mechanism &&
        can(actor, 'practices.write', mechanism.id) && (
          <a class="button" href={`${path}/new`}>
            {t('practices.new')}
          </a>
        )
      }
    >
      <p class="quiet">{t('practices.intro')}</p>
      <Filter filter={filter} path={path} />
      <PracticesTable items={items} />
      <NextPage cursor={nextCursor} href={(cursor) => `${path}?${queryOf({ ...filter, cursor })}`} />
      {mechanism && ready !== null && <Readiness mechanism={mechanism} ready={ready} />}
    </Layout>
  );
}

function Filter({ filter, path }: { filter: PracticeFilter; path: string }) {
  const { t, language } = usePage();
  const all = t('practices.any');
  const countries = States.sorted(States.all(), language).map((value) => ({
    value,
    label: States.name(value, language),
  }));
  return (
    <Form action={path} method="get" filters state={emptyForm({ ...filter })} submit={t('practices.filter')}>
      <Select name="objective" label={t('practice.objective')} options={useObjectiveOptions()} empty={all} />
      <Select name="principle" label={t('practice.principle')} options={usePrincipleOptions()} empty={all} />
      <Select name="country" label={t('practice.country')} options={countries} empty={all} />
      <Select name="language" label={t('practice.language')} options={languageOptions} empty={all} />
    </Form>
  );
}

function PracticesTable({ items }: { items: SeenPractice[] }) {
  const { t, language } = usePage();
  return (
    <Table
      caption={t('practices.title')}
      rows={items}
      empty={t('practices.none')}
      columns={[
        {
          label: t('practice.title'),
          heading: true,
          cell: ({ practice }) => (
            <a
              href={`/practices/${practice.id}`}
              lang={practice.language}
              dir={directionOf(practice.language)}
            >
              {practice.title}
            </a>
          ),
        },
        {
          label: t('practice.owner'),
          cell: ({ practice }) => (
            <bdi>
              {reporterLabel({ reporterKind: practice.ownerKind, reporter: practice.owner }, t, language)}
            </bdi>
          ),
        },
        {
          label: t('practice.language'),
          cell: ({ practice }) => LANGUAGE_NAMES[practice.language] ?? practice.language,
        },
        {
          label: t('practice.state'),
          cell: ({ practice }) => <span class="tag">{t(`practiceState.${practice.state}`)}</span>,
        },
      ]}
    />
  );
}

function Readiness({ mechanism, ready }: { mechanism: Mechanism; ready: boolean }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('practices.review')}</h2>
      <p>{t(ready ? 'practices.ready' : 'practices.notReady')}</p>
      <PostButton
        action={`/mechanisms/${mechanism.id}/practice-reviewers/me`}
        label={t(ready ? 'practices.stop' : 'practices.volunteer')}
        fields={{ ready: ready ? 'no' : 'yes' }}
        quiet
      />
    </section>
  );
}

function queryOf(values: PracticeFilter): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
