import { CodeAndTitle } from '../../platform/web/code-and-title.js';
import { rendition } from '../../platform/i18n/localized.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Table } from '../../platform/web/table.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Indicator } from '../indicator.entity.js';
import type { IndicatorsOfItem } from '../item-indicators.service.js';
import { Figure, Stated, usePeriodLabel } from './labels.js';

/** An item's indicators, on the item's page. */
export function IndicatorsPanel({ itemId, indicators, latest, former, editing }: IndicatorsOfItem) {
  const { t } = usePage();
  const period = usePeriodLabel();
  return (
    <section>
      <h2>{t('indicator.indicators')}</h2>
      <Table
        caption={t('indicator.indicators')}
        rows={indicators}
        empty={t('indicator.none')}
        columns={[
          {
            label: t('indicator.indicator'),
            heading: true,
            cell: (indicator) => <IndicatorLink indicator={indicator} />,
          },
          { label: t('indicator.unit'), cell: ({ unit }) => unit && <LocalizedText value={unit} /> },
          {
            label: t('indicator.baseline'),
            cell: ({ baselineYear: year, baselineValue: value, baselineText: text }) => (
              <InYear year={year} value={value} text={text} />
            ),
          },
          {
            label: t('indicator.targets'),
            cell: ({ targets }) => (
              <ul class="plain">
                {targets.map((target, index) => (
                  <li key={index}>
                    <InYear {...target} />
                  </li>
                ))}
              </ul>
            ),
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
      {former && former.indicators.length > 0 && <Former {...former} />}
      {editing === 'open' && (
        <p>
          <a class="button second" href={`/items/${itemId}/indicators/new`}>
            {t('indicator.new')}
          </a>
        </p>
      )}
      {editing === 'fixed' && <p class="quiet">{t('indicator.fixed')}</p>}
    </section>
  );
}

const InYear = (props: { year: number | null; value: string | null; text: string | null }) => (
  <>
    {props.year !== null && `${props.year}: `}
    <Stated {...props} />
  </>
);

export const IndicatorLink = ({ indicator }: { indicator: Indicator }) => (
  <a href={`/indicators/${indicator.id}`}>
    <CodeAndTitle code={indicator.code} title={indicator.title} />
  </a>
);

/** The indicators of the item that this one carries on: their history is there. */
function Former({ item, indicators }: { item: PlanItem; indicators: Indicator[] }) {
  const { t, language } = usePage();
  return (
    <>
      <h3>{t('indicator.former')}</h3>
      <p>
        <a href={`/items/${item.id}`}>
          <CodeAndTitle code={item.code} title={item.title} />
        </a>{' '}
        <span class="quiet">{rendition(item.plan.title, language).text}</span>
      </p>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <IndicatorLink indicator={indicator} />
          </li>
        ))}
      </ul>
    </>
  );
}
