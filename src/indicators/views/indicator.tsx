import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Facts, TableSection } from '../../platform/web/table.js';
import { mayChange } from '../../plans/plan/plan-text.js';
import type { Indicator, Reading } from '../indicator.entity.js';
import { IndicatorCharts } from './chart.js';
import { useCrumbs } from './crumbs.js';
import { Stated, useIndicatorName } from './labels.js';
import { ReadingsTable, SupersededReadings } from './readings.js';

interface IndicatorPageProps {
  indicator: Indicator;
  mechanism: Mechanism;
  /** All that stand, for the picture. */
  readings: Reading[];
  /** Those of them that this page lists. */
  listed: Reading[];
  superseded: Reading[];
  editable: boolean;
  /** How many of the readings to leave out for the next page; null on the last. */
  next: number | null;
}

export function IndicatorPage(props: IndicatorPageProps) {
  const { indicator, mechanism, readings, listed, superseded, editable, next } = props;
  const { t, language } = usePage();
  const here = `/indicators/${indicator.id}`;
  return (
    <Layout
      title={useIndicatorName()(indicator)}
      titleLanguage={rendition(indicator.title, language).language}
      crumbs={useCrumbs(mechanism, indicator)}
      actions={editable && <IndicatorActions indicator={indicator} />}
    >
      <Facts
        facts={[
          { label: t('indicator.unit'), value: indicator.unit && <LocalizedText value={indicator.unit} /> },
          {
            label: t('indicator.source'),
            value: indicator.source && <LocalizedText value={indicator.source} />,
          },
          { label: t('indicator.otherDimension'), value: indicator.otherDimension },
        ]}
      />
      <IndicatorCharts indicator={indicator} readings={readings} />
      <StatedFigures indicator={indicator} />
      <section>
        <h2>{t('reading.readings')}</h2>
        <ReadingsTable indicator={indicator} readings={listed} editable={editable} />
        <p class="actions">
          {next !== null && <a href={`${here}?after=${next}`}>{t('list.next')}</a>}
          {readings.length > 0 && <a href={`${here}/readings.csv`}>{t('reading.download')}</a>}
        </p>
      </section>
      <SupersededReadings
        indicator={indicator}
        readings={superseded.slice(0, 100)}
        count={superseded.length}
      />
    </Layout>
  );
}

/** What the plan states: the baseline and the targets, in the plan's order. */
function StatedFigures({ indicator }: { indicator: Indicator }) {
  const { t } = usePage();
  const { baselineValue, baselineYear, baselineText, targets } = indicator;
  const baseline = { year: baselineYear, value: baselineValue, text: baselineText };
  const rows = [
    ...(baselineValue !== null || baselineText !== null
      ? [{ key: 'baseline', what: t('indicator.baseline'), ...baseline }]
      : []),
    ...targets.map((target, index) => ({ key: String(index), what: t('indicator.target'), ...target })),
  ];
  if (rows.length === 0) return null;
  return (
    <TableSection
      caption={t('indicator.stated')}
      rows={rows}
      empty=""
      columns={[
        { label: t('indicator.what'), heading: true, cell: (row) => row.what },
        { label: t('indicator.year'), cell: (row) => row.year },
        { label: t('reading.value'), cell: (row) => <Stated value={row.value} text={row.text} /> },
      ]}
    />
  );
}

function IndicatorActions({ indicator }: { indicator: Indicator }) {
  const { t } = usePage();
  const here = `/indicators/${indicator.id}`;
  return (
    <>
      <a class="button" href={`${here}/readings/new`}>
        {t('reading.add')}
      </a>
      <a href={`${here}/readings/lines`}>{t('reading.lines')}</a>
      <a href={`${here}/edit`}>{t('indicator.edit')}</a>
      {mayChange(indicator.item.plan) && <a href={`${here}/removal`}>{t('indicator.remove')}</a>}
    </>
  );
}
