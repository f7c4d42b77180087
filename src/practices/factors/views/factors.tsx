import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Table } from '../../../platform/web/table.js';
import { usePage } from '../../../platform/web/page-context.js';
import { vocabulary } from '../../../progress/entries/vocabulary.data.js';
import { SharingTabs } from '../../views/sharing-tabs.js';
import type { Factor } from '../factors.service.js';

/** What hinders mechanisms, each factor explained, and how many entries in the reader's sight name it; then what hinders States. */
export function FactorsPage({ mechanism, factors }: { mechanism: Mechanism; factors: Factor[] }) {
  const { t, language } = usePage();
  const of = (whom: Factor['of']) => factors.filter((factor) => factor.of === whom);
  const said = (entries: number | null) =>
    entries === null ? t('factors.tooFew') : t('factors.entries', { count: entries });
  return (
    <Layout
      title={t('factors.title')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
    >
      <SharingTabs mechanismId={mechanism.id} />
      <p>{t('factors.intro')}</p>
      <p class="quiet">{t('factors.fewest', { fewest: mechanism.fewestReporters })}</p>
      {of('mechanism').map(({ code, entries }) => (
        <section key={code}>
          <h2>{t(`challenge.${code}`)}</h2>
          <p>{t(`factors.${code}` as TextKey)}</p>
          <p class="quiet">{said(entries)}</p>
        </section>
      ))}
      <p class="quiet">
        {t('factors.source')} <span lang="en">{vocabulary.mechanismChallenges.source}</span>
      </p>
      <h2>{t('factors.states')}</h2>
      <p class="quiet">{t('factors.statesText')}</p>
      <Table
        caption={t('factors.states')}
        rows={of('state')}
        columns={[
          { label: t('doc.challenge.column'), heading: true, cell: ({ code }) => t(`challenge.${code}`) },
          { label: t('doc.column.entries'), cell: ({ entries }) => said(entries) },
        ]}
      />
    </Layout>
  );
}
