import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator } from '../indicator.entity.js';
import { useCrumbs, useOwnCrumb } from './crumbs.js';
import { useIndicatorName } from './labels.js';

/** Says what would go with an indicator before anything goes. */
export function IndicatorRemovalPage(props: {
  indicator: Indicator;
  mechanism: Mechanism;
  readings: number;
}) {
  const { t } = usePage();
  const { indicator, mechanism, readings } = props;
  const here = `/indicators/${indicator.id}`;
  return (
    <Layout
      title={t('indicator.removeTitle', { name: useIndicatorName()(indicator) })}
      crumbs={[...useCrumbs(mechanism, indicator), ...useOwnCrumb(indicator)]}
    >
      <p>{t('indicator.removeText')}</p>
      {readings > 0 && <p>{t('indicator.removeReadings', { count: readings })}</p>}
      <div class="buttons">
        <PostButton
          action={`${here}/removal`}
          label={t('indicator.remove')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={here}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}
