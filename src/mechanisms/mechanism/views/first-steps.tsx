import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';

export interface FirstStep {
  label: TextKey;
  /** After the address of the mechanism. */
  path: string;
  done: boolean;
}

/** What a secretariat that begins has to do. */
export function Steps({ mechanismId, steps }: { mechanismId: string; steps: FirstStep[] }) {
  const { t } = usePage();
  return (
    <section class="card first-steps">
      <h2>{t('overview.begin')}</h2>
      <ol>
        {steps.map(({ label, path, done }) => (
          <li key={label}>
            {done ? <s>{t(label)}</s> : <a href={`/mechanisms/${mechanismId}${path}`}>{t(label)}</a>}{' '}
            <span class="quiet">{done && t('overview.done')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
