import { listed } from '../../../platform/i18n/listed.js';
import { ObjectiveRefs } from '../../../framework/views/objective-ref.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { Match } from '../match.js';
import type { Offer } from '../offer.js';

/** What the reporter said elsewhere, to be linked instead of written again. */
export function Offers({
  offers,
  names,
  itemId,
  back,
}: {
  offers: readonly Offer[];
  names: ReadonlyMap<string, string>;
  itemId: string;
  /** Page to come back to once one is linked; the entry's own when left out. */
  back?: string;
}) {
  const { t, day } = usePage();
  const query = new URLSearchParams({ item: itemId, ...(back && { back }) });
  if (offers.length === 0) return null;
  return (
    <section class="notice">
      <h2>{t('link.offers')}</h2>
      <p>{t('link.offersText')}</p>
      <ul class="plain">
        {offers.map(({ entryId, mechanismId, periodStart, periodEnd, content, fit }) => (
          <li key={entryId}>
            <details>
              <summary>
                {t('link.reportedIn', {
                  mechanism: names.get(mechanismId),
                  period: t('when.range', { from: day(periodStart), until: day(periodEnd) }),
                })}
              </summary>
              {content.narrative && (
                <Prose text={content.narrative} language={content.language ?? undefined} />
              )}
            </details>
            <FitReason fit={fit} />{' '}
            <a href={`/progress/${entryId}/links/new?${query.toString()}`}>{t('link.this')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the two may be about the same. */
export function FitReason({ fit: { objectives, words } }: { fit: Match }) {
  const { t, language } = usePage();
  return (
    <span class="quiet">
      {objectives.length > 0 && (
        <ObjectiveRefs
          refs={objectives.map((number) => ({ number }))}
          of={(list) => t('link.fit.objectives', { count: objectives.length, list })}
        />
      )}
      {objectives.length > 0 && words.length > 0 && ' · '}
      {words.length > 0 && t('link.fit.words', { words: listed(words, language) })}
    </span>
  );
}
