import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { usePage } from '../../../platform/web/page-context.js';
import { forumFormat } from '../review-cycles.data.js';

export function ForumFormat() {
  const { t } = usePage();
  return (
    <>
      <h2>{t('cycle.format')}</h2>
      <p>
        {t('cycle.format.text', {
          days: forumFormat.lengthDays,
          years: forumFormat.frequencyYears,
          symbol: forumFormat.symbol,
        })}
      </p>
      <ol>
        {forumFormat.sequence.map((step) => (
          <li key={step}>
            <InEnglish>{step}</InEnglish>
          </li>
        ))}
      </ol>
    </>
  );
}
