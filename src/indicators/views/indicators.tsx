import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { CodeAndTitle } from '../../platform/web/code-and-title.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Table } from '../../platform/web/table.js';
import type { Indicator, Reading } from '../indicator.entity.js';
import { Figure, Stated, usePeriodLabel } from './labels.js';
import { IndicatorLink } from './panel.js';

interface IndicatorsPageProps {
  mechanism: Mechanism;
  indicators: Indicator[];
  /** The latest reading that is not broken down, by indicator. */
  latest: ReadonlyMap<string, Reading>;
  plansEdited: boolean;
}

/** By what the plans of a mechanism are measured, with what was read last. */
export function IndicatorsPage({ mechanism, indicators, latest, plansEdited }: IndicatorsPageProps) {
  const { t, language } = usePage();
  const period = usePeriodLabel();
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={t('section.indicators')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: home }]}
    >
      <p class="quiet">{t('indicator.sectionText')}</p>
      <Table
        caption={t('indicator.indicators')}
        rows={indicators}
        empty={t('indicator.noneInPlans')}
        columns={[
          {
            label: t('indicator.indicator'),
            heading: true,
            cell: (indicator) => <IndicatorLink indicator={indicator} />,
          },
          {
            label: t('item.item'),
            cell: ({ item }) => (
              <a href={`/items/${item.id}`}>
                <CodeAndTitle code={item.code} title={item.title} />
              </a>
            ),
          },
          { label: t('indicator.unit'), cell: ({ unit }) => unit && <LocalizedText value={unit} /> },
          {
            label: t('indicator.targets'),
            cell: ({ targets }) => {
              const last = targets.at(-1);
              return last && <Stated {...last} />;
            },
          },
          {
            label: t('reading.latest'),
            cell: ({ id }) => {
              const reading = latest.get(id);
              return (
                reading && (
                  <>
                    {period(reading)}: <Figure value={reading.value} />
                  </>
                )
              );
            },
          },
        ]}
      />
      {indicators.length === 0 && plansEdited && (
        <p>
          <a class="button second" href={`${home}/plans`}>
            {t('indicator.toPlan')}
          </a>
        </p>
      )}
    </Layout>
  );
}
