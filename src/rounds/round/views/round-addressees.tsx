import { Table } from '../../../platform/web/table.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundAddressee } from '../round.entity.js';
import { addresseeName, addresseeStanding } from '../round.view.js';

interface RoundAddresseesProps {
  round: Round;
  addressees: RoundAddressee[];
}

/** Whom a round asks, and how far each is. */
export function RoundAddressees({ round, addressees }: RoundAddresseesProps) {
  const { t, language, moment } = usePage();
  const draft = round.state === 'draft';
  return (
    <section>
      <h2>{t('round.addressees')}</h2>
      <p class="quiet">{t(draft ? 'round.addresseesDraft' : 'round.addresseesText')}</p>
      {draft ? (
        <ul>
          {addressees.map((one) => (
            <li key={one.id}>
              <bdi>{addresseeName(one, language)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          caption={t('round.addressees')}
          rows={addressees}
          empty={t('round.nobody')}
          columns={[
            {
              label: t('round.addressee'),
              heading: true,
              cell: (one) => (
                <a href={`/rounds/${round.id}/addressees/${one.id}`}>
                  <bdi>{addresseeName(one, language)}</bdi>
                </a>
              ),
            },
            { label: t('round.state'), cell: (one) => t(addresseeStanding(one)) },
            { label: t('round.since'), cell: ({ stateAt }) => stateAt && moment(stateAt) },
          ]}
        />
      )}
      {draft && addressees.length === 0 && <p class="quiet">{t('round.nobody')}</p>}
      {round.state !== 'closed' && (
        <p>
          <a class="button second" href={`/rounds/${round.id}/addressees`}>
            {t(draft ? 'round.editAddressees' : 'round.addAddressees')}
          </a>
        </p>
      )}
    </section>
  );
}
