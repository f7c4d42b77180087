import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundQuestion } from '../round.entity.js';
import { QuestionTitle, QuestionHint } from './parts.js';

interface RoundQuestionsProps {
  round: Round;
  questions: RoundQuestion[];
  /** Questions that no addressee would be put. */
  unasked: ReadonlySet<string>;
}

export function RoundQuestions({ round, questions, unasked }: RoundQuestionsProps) {
  const { t } = usePage();
  const draft = round.state === 'draft';
  return (
    <section>
      <h2>{t('round.questions')}</h2>
      {questions.length === 0 && <p class="quiet">{t('round.noQuestions')}</p>}
      {unasked.size > 0 && <p class="doubt">{t('round.unasked', { count: unasked.size })}</p>}
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionTitle question={question} />
            {!draft && (
              <>
                {' · '}
                <a href={`/rounds/${round.id}/answers?question=${question.id}`}>{t('collect.answersTo')}</a>
              </>
            )}
            {draft && (
              <span class="quiet">
                {' '}
                · {t(`round.asked.${question.kind === 'item' ? question.asked : askedWithout(question)}`)}
                {unasked.has(question.id) && <> · {t('round.askedNobody')}</>} ·{' '}
                <a href={`/round-questions/${question.id}`}>{t('round.editQuestion')}</a>
              </span>
            )}
            <QuestionHint question={question} />
          </li>
        ))}
      </ol>
      {draft && (
        <p>
          <a class="button second" href={`/rounds/${round.id}/questions`}>
            {t('round.editQuestions')}
          </a>
        </p>
      )}
    </section>
  );
}

/** A question about no item has no owners in a plan: everybody's, unless chosen. */
const askedWithout = ({ asked }: RoundQuestion) => (asked === 'owners' ? 'everybody' : asked);
