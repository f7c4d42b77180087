import { usePage } from '../../../platform/web/page-context.js';
import type { Pledge } from '../pledge.entity.js';

/** On the mechanism's page: what it pledged, as far as the reader may read it. */
export function PledgesPanel({ mechanismId, pledges }: { mechanismId: string; pledges: readonly Pledge[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>
        <a href={`/mechanisms/${mechanismId}/pledges`}>{t('pledge.pledges')}</a>
      </h2>
      <ul>
        {pledges.map(({ id, name, language }) => (
          <li key={id}>
            <a href={`/pledges/${id}`} lang={language} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
