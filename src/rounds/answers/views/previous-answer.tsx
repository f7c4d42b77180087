import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Content } from '../../../progress/entries/views/content.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';

interface LastProps {
  line: QuestionAnswerWithPrevious;
  /** Whether it may be said again by a button of the form around it. */
  carries: boolean;
}

export function Last({ line: { answer, entry, last }, carries }: LastProps) {
  const { t, day, language } = usePage();
  const { content, periodStart, periodEnd } = last!;
  return (
    <div class="last-time">
      <details open={!entry}>
        <summary>
          {t('answering.last', {
            period: t('when.range', { from: day(periodStart), until: day(periodEnd) }),
          })}
          {content.language && <span class="quiet"> ({languageName(content.language, language)})</span>}
        </summary>
        <Content entry={last!} />
      </details>
      {carries && !answer.declinedAt && !entry && (
        <button type="submit" name="intent" value={`same:${answer.id}`} class="second">
          {t('answering.same')}
        </button>
      )}
    </div>
  );
}
