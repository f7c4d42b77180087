import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Settled } from '../clearance-settings.service.js';

/** On the first page: changes of the steps that wait for the reader's consent. */
export function StepsToDecide({ asked }: { asked: Settled[] }) {
  const { t, language, day } = usePage();
  return (
    <section>
      <h2>{t('clearance.proposal.asked')}</h2>
      <ul class="plain">
        {asked.map(({ setting: { mechanismId, state }, proposal }) => (
          <li key={`${mechanismId} ${state}`}>
            <a href={`/mechanisms/${mechanismId}/delegations/${state}/clearance`}>
              {t('clearance.settingsTitle', { state: States.name(state, language) })}
            </a>{' '}
            <span class="quiet">{t('clearance.proposal.until', { day: day(proposal!.lastDay) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
