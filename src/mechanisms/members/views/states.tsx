import type { JSX } from 'preact';
import { shortNameIn } from '../../mechanism/mechanism-name.js';
import { States } from '../../../accounts/states.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Membership } from '../../mechanism/mechanism.entity.js';
import { hasEnded } from '../../mechanism/period.js';
import { crumbsOf, Doubt, Source, StateLink, usePeriod } from '../../mechanism/views/parts.js';

/** Names only: how many mechanisms each belongs to would compare States. */
export function StatesPage({ codes }: { codes: string[] }) {
  const { t, language } = usePage();
  return (
    <Layout title={t('states.title')} crumbs={crumbsOf(t)}>
      <p>{t('states.intro')}</p>
      <p class="quiet">{t('mechanisms.members.neutral')}</p>
      <ul class="choices columns">
        {States.sorted(codes, language).map((code) => (
          <li key={code}>
            <StateLink code={code} />
          </li>
        ))}
      </ul>
    </Layout>
  );
}

interface StatePageProps {
  code: string;
  memberships: Membership[];
  panels: JSX.Element[];
  today: string;
}

export function StatePage({ code, memberships, panels, today }: StatePageProps) {
  const { t, language } = usePage();
  const former = memberships.filter((one) => hasEnded(one, today));
  return (
    <Layout
      title={States.name(code, language)}
      crumbs={[...crumbsOf(t), { label: t('states.title'), href: '/states' }]}
    >
      <p>{t('states.incomplete')}</p>
      <Memberships
        caption={t('states.mechanisms')}
        memberships={memberships.filter((one) => !hasEnded(one, today))}
      />
      {former.length > 0 && (
        <>
          <h2>{t('states.former')}</h2>
          <Memberships caption={t('states.former')} memberships={former} />
        </>
      )}
      {panels}
    </Layout>
  );
}

function Memberships({ caption, memberships }: { caption: string; memberships: Membership[] }) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  return (
    <Table
      caption={caption}
      rows={memberships}
      empty={t('states.none')}
      columns={[
        {
          label: t('mechanisms.mechanism'),
          heading: true,
          cell: ({ mechanism }) => (
            <a href={`/mechanisms/${mechanism.id}`}>
              <bdi>{shortNameIn(mechanism, language)}</bdi>
            </a>
          ),
        },
        {
          label: t('membership.kind'),
          cell: (one) => [t(`membership.${one.kind}`), periodText(one)].filter(Boolean).join(', '),
        },
        {
          label: t('framework.sources'),
          cell: (one) => (
            <>
              <Source source={one.source} />
              <Doubt doubt={one.doubt} />
            </>
          ),
        },
      ]}
    />
  );
}
