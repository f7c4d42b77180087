import type { TextKey } from '../../platform/i18n/i18n.js';
import { YearChart } from '../../platform/web/charts/chart.js';
import { EQUAL_LOOKS, LOOKS } from '../../platform/web/charts/chart-option.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator, Reading } from '../indicator.entity.js';
import { partsBy, pictureOf } from '../indicator.view.js';
import { useIndicatorName, usePartLabel } from './labels.js';

const IN_PICTURES = ['sex', 'ageGroup', 'migrationStatus'] as const;

/** Baseline, targets and readings over the years; and the readings by sex, age group and migration status. */
export function IndicatorCharts({ indicator, readings }: { indicator: Indicator; readings: Reading[] }) {
  const { t } = usePage();
  const name = useIndicatorName()(indicator);
  const partLabel = usePartLabel();
  const picture = pictureOf(indicator, readings);
  return (
    <>
      <YearChart
        label={t('indicator.chart', { name })}
        series={[
          {
            key: 'baseline',
            label: t('indicator.baseline'),
            look: LOOKS.origin,
            runs: [picture.baseline],
            level: picture.level,
          },
          { key: 'targets', label: t('indicator.targets'), look: LOOKS.aim, runs: [picture.targets] },
          { key: 'readings', label: t('reading.readings'), look: LOOKS.main, runs: picture.readings },
        ]}
      />
      {IN_PICTURES.map((dimension) => ({ dimension, parts: partsBy(dimension, readings) }))
        .filter(({ parts }) => parts.length > 0)
        .map(({ dimension, parts }) => (
          <section key={dimension}>
            <h3>{t(`indicator.by.${dimension}` as TextKey)}</h3>
            <YearChart
              label={t('indicator.chartBy', { name, dimension: t(`reading.${dimension}` as TextKey) })}
              series={parts.map(({ part, runs }, index) => ({
                key: part,
                label: partLabel(dimension, part),
                look: EQUAL_LOOKS[index]!,
                runs,
              }))}
            />
          </section>
        ))}
    </>
  );
}
