import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import { addDays } from '../../../platform/i18n/day.js';
import { ASK_AGAIN_DAYS } from '../release-asking/release-asking.js';
import type { Unreleased } from '../release-asking/release-asking.service.js';

interface NotReleasedProps {
  id: string;
  unreleased: Unreleased;
  /** The mechanism's, where its days begin. */
  zone: string;
}

/** What was accepted and may not be used: how much, of how many, and the button that asks them. Nobody is named. */
export function NotReleased({ id, unreleased, zone }: NotReleasedProps) {
  const { t, day } = usePage();
  const { entries, delegations, toAsk, askedOn } = unreleased;
  if (entries === 0) return null;
  const of = t('uses.delegations', { count: delegations });
  return (
    <section class="card" id="not-released">
      <p>{t('uses.unreleased', { count: entries, delegations: of })}</p>
      <p class="quiet">{t('uses.theirs')}</p>
      {toAsk > 0 && (
        <PostButton
          action={`/submissions/${id}/release-requests`}
          label={t('uses.askCount', { count: toAsk })}
          quiet
        />
      )}
      {askedOn && (
        <p class="quiet">
          {t('uses.asked', {
            day: day(dayIn(zone, askedOn)),
            again: day(addDays(dayIn(zone, askedOn), ASK_AGAIN_DAYS)),
          })}
        </p>
      )}
    </section>
  );
}
