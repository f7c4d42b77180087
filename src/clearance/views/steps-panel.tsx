import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Settled } from '../clearance-settings.service.js';
import { Steps } from './parts.js';

/** On the delegation's page: the steps it has settled, and the way to settle them. */
export function StepsPanel({ settled }: { settled: Settled[] }) {
  const { t, language } = usePage();
  return (
    <section>
      <h2>{t('clearance.title')}</h2>
      <p class="quiet">{t('clearance.intro')}</p>
      {settled.map(({ setting, people }) => {
        const { mechanismId, state, steps } = setting;
        const names = new Map(people.map(({ id, name }) => [id, name]));
        const way = steps.map((step) => ({ ...step, mechanismId, owner: names.get(step.accountId) ?? '' }));
        return (
          <section key={state}>
            {settled.length > 1 && (
              <h3>
                <bdi>{States.name(state, language)}</bdi>
              </h3>
            )}
            {steps.length === 0 ? <p>{t('clearance.none')}</p> : <Steps steps={way} at={-1} />}
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
