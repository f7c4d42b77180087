import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundAddressee } from '../round.entity.js';
import { addresseeName } from '../round.view.js';

interface RoundAddresseesProps {
  round: Round;
  addressees: RoundAddressee[];
}

/** Whom a draft will ask. */
export function RoundAddressees({ round, addressees }: RoundAddresseesProps) {
  const { t, language } = usePage();
  return (
    <section>
      <h2>{t('round.addressees')}</h2>
      <p class="quiet">{t('round.addresseesDraft')}</p>
      <ul>
        {addressees.map((one) => (
          <li key={one.id}>
            <bdi>{addresseeName(one, language)}</bdi>
          </li>
        ))}
      </ul>
      {addressees.length === 0 && <p class="quiet">{t('round.nobody')}</p>}
      <p>
        <a class="button second" href={`/rounds/${round.id}/addressees`}>
          {t('round.editAddressees')}
        </a>
      </p>
    </section>
  );
}
