import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type Column, Table } from '../../../platform/web/table.js';
import type { Mechanism } from '../mechanism.entity.js';
import { byCategory, type CategoryGroup, ownOf, regionNames } from '../mechanism.view.js';
import { historicalMechanisms } from '../../registry/registry.data.js';
import { registryEntry, seedTotals2018 } from '../../registry/registry.js';
import { MechanismName, Roles } from './parts.js';

export function MechanismsPage({ mechanisms }: { mechanisms: Mechanism[] }) {
  const { t } = usePage();
  const groups = byCategory(mechanisms);
  return (
    <Layout title={t('mechanisms.title')} actions={<a href="/states">{t('states.title')}</a>}>
      <p class="lead">{t('mechanisms.intro')}</p>
      <Own mechanisms={mechanisms} />
      {groups.map((group) => (
        <Group key={group.category.code} group={group} />
      ))}
      <Counts groups={groups} />
      <Historical />
    </Layout>
  );
}

function Own({ mechanisms }: { mechanisms: Mechanism[] }) {
  const { t, actor } = usePage();
  const own = ownOf(actor, mechanisms);
  if (own.length === 0) return null;
  const rolesIn = (id: string) => actor.grants.filter((grant) => grant.scope === id);
  return (
    <>
      <h2>{t('mechanisms.own')}</h2>
      <ul class="cards">
        {own.map((mechanism) => (
          <li key={mechanism.id} class="card">
            <h3>
              <a href={`/mechanisms/${mechanism.id}`}>
                <MechanismName mechanism={mechanism} />
              </a>
            </h3>
            <Roles grants={rolesIn(mechanism.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Group({ group: { category, mechanisms } }: { group: CategoryGroup }) {
  const { t, language, actor } = usePage();
  const settings: Column<Mechanism>[] = actor.administrator
    ? [
        {
          label: t('list.actions'),
          cell: ({ id }) => <a href={`/mechanisms/${id}/settings`}>{t('section.settings')}</a>,
        },
      ]
    : [];
  return (
    <section>
      <h2>{t(`mechanisms.category.${category.code}`)}</h2>
      <p class="quiet">{t(`mechanisms.category.${category.code}.meaning`)}</p>
      <Table
        caption={t(`mechanisms.category.${category.code}`)}
        rows={mechanisms}
        columns={[
          {
            label: t('mechanisms.mechanism'),
            heading: true,
            cell: (one) => (
              <a href={`/mechanisms/${one.id}`}>
                <MechanismName mechanism={one} />
              </a>
            ),
          },
          {
            label: t('mechanisms.officialName'),
            cell: (one) => <MechanismName mechanism={one} full />,
          },
          {
            label: t('mechanisms.regions'),
            cell: (one) => regionNames(registryEntry(one.id)?.regions ?? [], language),
          },
          {
            label: t('mechanisms.year'),
            cell: (one) => registryEntry(one.id)?.yearEstablished ?? t('mechanisms.notKnown'),
          },
          ...settings,
        ]}
      />
    </section>
  );
}

/** The review's totals beside ours. They count mechanisms, and never States. */
function Counts({ groups }: { groups: CategoryGroup[] }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('mechanisms.counts')}</h2>
      <Table
        caption={t('mechanisms.counts')}
        rows={groups}
        columns={[
          {
            label: t('mechanisms.category'),
            heading: true,
            cell: ({ category }) => t(`mechanisms.category.${category.code}`),
          },
          {
            label: t('mechanisms.stated2018', { page: seedTotals2018.page }),
            numeric: true,
            cell: (group) => group.stated2018,
          },
          { label: t('mechanisms.counted2018'), numeric: true, cell: (group) => group.counted2018 },
          { label: t('mechanisms.listed'), numeric: true, cell: (group) => group.mechanisms.length },
        ]}
      />
    </>
  );
}

function Historical() {
  const { t } = usePage();
  return (
    <details>
      <summary>{t('mechanisms.historical')}</summary>
      <p class="quiet">{t('mechanisms.historical.text')}</p>
      <ul>
        {historicalMechanisms.map((one) => (
          <li key={one.name}>
            <InEnglish>
              {one.name}
              <br />
              <small class="quiet">{one.source && `${t('framework.source')} ${one.source}`}</small>
            </InEnglish>
          </li>
        ))}
      </ul>
    </details>
  );
}
