import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Select, TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import { OwnUse } from './own-use.js';

interface WordsProps {
  line: Pick<QuestionAnswerWithPrevious, 'answer' | 'question'>;
  /** Whether the reader chooses how far it is seen. */
  uses: boolean;
  /** Whether the reader may prefer not to answer. */
  decides: boolean;
  /** Lines that are to be looked over at once. */
  rows?: number;
}

export function Words({ line: { answer, question }, uses, decides, rows = 5 }: WordsProps) {
  const { t } = usePage();
  const name = (field: string) => `answers.${answer.id}.${field}`;
  return (
    <>
      <TextArea
        marked
        name={name('narrative')}
        label={t(question.kind === 'free' ? 'entry.answer' : 'entry.narrative')}
        rows={rows}
      />
      <details>
        <summary>{t(uses ? 'answering.moreWithUse' : 'answering.more')}</summary>
        <Select
          name={name('status')}
          label={t('entry.status')}
          empty={t('entry.noStatus')}
          options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
        />
        <TextArea marked name={name('results')} label={t('entry.results')} rows={3} />
        <TextArea marked name={name('challenges')} label={t('entry.challengesText')} rows={3} />
        <TextArea marked name={name('nextSteps')} label={t('entry.nextSteps')} rows={3} />
        <TextArea marked name={name('support')} label={t('entry.supportText')} rows={3} />
        {uses && <OwnUse name={name} />}
      </details>
      {decides && (
        <p>
          <button type="submit" name="intent" value={`decline:${answer.id}`} class="quiet-button">
            {t('round.declineOne')}
          </button>
        </p>
      )}
    </>
  );
}
