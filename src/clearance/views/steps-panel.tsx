import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Settled } from '../clearance-settings.service.js';
import { Steps } from './parts.js';
import { wayOf } from './way-of.js';

/** On the delegation's page: the steps it has settled, and the way to settle them. */
export function StepsPanel({ settled }: { settled: Settled[] }) {
  const { t, language } = usePage();
  return (
    <section>
      <h2>{t('clearance.title')}</h2>
      <p class="quiet">{t('clearance.intro')}</p>
      {settled.map((one) => {
        const { mechanismId, state, steps } = one.setting;
        return (
          <section key={state}>
            {settled.length > 1 && (
              <h3>
                <bdi>{States.name(state, language)}</bdi>
              </h3>
            )}
            {steps.length === 0 ? <p>{t('clearance.none')}</p> : <Steps steps={wayOf(one, steps)} at={-1} />}
            {one.proposal && <p class="notice">{t('clearance.proposal.waits')}</p>}
            <p>
              <a href={`/mechanisms/${mechanismId}/delegations/${state}/clearance`}>
                {t(steps.length === 0 ? 'clearance.settle' : 'clearance.change')}
              </a>
            </p>
          </section>
        );
      })}
    </section>
  );
}
