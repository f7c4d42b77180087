import { usePage } from '../../../platform/web/page-context.js';
import type { RoundAddressee } from '../../round/round.entity.js';

/** Where a delegation decides on the use of its answers to a call; it leads through the sign-in. */
export const usesOf = ({ id, roundId }: Pick<RoundAddressee, 'id' | 'roundId'>): string =>
  `/rounds/${roundId}/addressees/${id}/use`;

/** That documents use nothing by itself, and the way to decide otherwise: signed in, as a mail can be passed on. */
export function DecideOnUse({ addressee }: { addressee: RoundAddressee }) {
  const { t } = usePage();
  return (
    <div class="notice">
      <p>{t('uses.thanks')}</p>
      <p>
        <a class="button second" href={usesOf(addressee)}>
          {t('uses.title')}
        </a>
      </p>
    </div>
  );
}
