import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism, Membership } from '../../mechanism/mechanism.entity.js';
import { listedOn, mapVersion } from '../listed-on.js';
import { membershipMap } from '../membership-map.js';

interface MapProps {
  mechanism: Pick<Mechanism, 'id' | 'shortName'>;
  memberships: Membership[];
  today: string;
}

/** Who takes part, on a map. The lists beside it name them. */
export function MembershipMap({ mechanism, memberships, today }: MapProps) {
  const { t } = usePage();
  const listed = listedOn(memberships, today);
  const drawn = membershipMap(listed, 'light');
  if (!drawn) return null;
  const address = `/mechanisms/${mechanism.id}/map.svg?v=${mapVersion(listed)}`;
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawn)!;
  const kinds = new Set(listed.values());
  return (
    <figure class="map">
      <picture>
        <source srcset={`${address}&theme=dark`} media="(prefers-color-scheme: dark)" />
        <img src={address} width={width} height={height} alt={t('map.alt', { name: mechanism.shortName })} />
      </picture>
      <figcaption>
        <ul class="legend">
          {(['member', 'observer'] as const).map(
            (kind) =>
              kinds.has(kind) && (
                <li key={kind}>
                  <span class={`map-${kind}`} /> {t(`map.${kind}`)}
                </li>
              ),
          )}
        </ul>
        <p class="quiet">
          {t('map.noBoundaries')} {t('map.disclaimer')}
        </p>
      </figcaption>
    </figure>
  );
}
