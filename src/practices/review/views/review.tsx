import { States } from '../../../accounts/states.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Select, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { PracticeComment } from '../review.entity.js';
import type { SeenPractice } from '../../practice-query.service.js';
import { CRITERIA } from '../../vocabulary.js';

interface ChecklistAdviceProps {
  seen: SeenPractice;
  comments: PracticeComment[];
  state?: FormState;
}

/** Each line of the checklist: what the owner says to it, and what peers said to the owner. */
export function ChecklistAdvice({ seen, comments, state }: ChecklistAdviceProps) {
  const { t } = usePage();
  const { practice, sight } = seen;
  return (
    <section>
      <h2>{t('practice.checklist')}</h2>
      {sight === 'review' && <p class="quiet">{t('practice.adviceText')}</p>}
      <dl class="facts">
        {CRITERIA.map((criterion) => {
          const { answer, words } = practice.content.checklist[criterion];
          return (
            <div key={criterion}>
              <dt>{t(`practice.criterion.${criterion}`)}</dt>
              <dd>
                {t(answer ? `practice.check.${answer}` : 'practice.unsaid')}
                {words && <Prose text={words} language={practice.language} />}
                {comments
                  .filter((comment) => comment.criterion === criterion)
                  .map((comment) => (
                    <Advice key={comment.id} comment={comment} />
                  ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {sight === 'review' && (
        <Form action={`/practices/${practice.id}/comments`} state={state} submit={t('practice.advise')}>
          <Select
            name="criterion"
            label={t('practice.criterion')}
            options={CRITERIA.map((value) => ({ value, label: t(`practice.criterion.${value}`) }))}
            required
          />
          <TextArea name="text" label={t('practice.advice')} rows={4} required />
        </Form>
      )}
    </section>
  );
}

function Advice({ comment }: { comment: PracticeComment }) {
  const { t, language, moment } = usePage();
  return (
    <div class="card">
      <p class="quiet">
        {t('practice.adviceBy', {
          author: comment.authorName,
          voice: voiceText(comment.voice, t, language),
        })}{' '}
        · {moment(comment.at)}
      </p>
      <Prose text={comment.text} />
    </div>
  );
}

function voiceText(voice: string, t: Translate, language: string): string {
  if (voice.startsWith('state:')) return States.name(voice.slice('state:'.length), language);
  return t(voice === 'secretariat' ? 'owner.secretariat' : 'owner.chair');
}
