import { usePage } from '../../../platform/web/page-context.js';
import type { Factors } from '../factors.service.js';
import { HOME } from './parts.js';

/** On the page of one's account. */
export function SigningInSafely({ factors }: { factors: Factors }) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('secondFactor.title')}</h2>
      <p>
        {factors.since
          ? t('secondFactor.since', { when: moment(factors.since) })
          : t('secondFactor.passwordOnly')}
      </p>
      <p>
        <a href={HOME}>{t(factors.since ? 'secondFactor.change' : 'secondFactor.setUp')}</a>
      </p>
    </section>
  );
}
