import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { vocabulary } from '../../../progress/entries/vocabulary.data.js';
import type { Factor } from '../factors.service.js';

/** What hinders States: each factor explained, and how many entries in the reader's sight name it. */
export function FactorsPage({ mechanism, factors }: { mechanism: Mechanism; factors: Factor[] }) {
  const { t } = usePage();
  return (
    <Layout
      title={t('factors.title')}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
    >
      <p>{t('factors.intro')}</p>
      <p class="quiet">{t('factors.fewest', { fewest: mechanism.fewestReporters })}</p>
      {factors.map(({ code, entries }) => (
        <section key={code}>
          <h2>{t(`challenge.${code}`)}</h2>
          <p>{t(`factors.${code}`)}</p>
          <p class="quiet">
            {entries === null ? t('factors.tooFew') : t('factors.entries', { count: entries })}
          </p>
        </section>
      ))}
      <p class="quiet">
        {t('factors.source')} <span lang="en">{vocabulary.challengeCodes.source}</span>
      </p>
    </Layout>
  );
}
