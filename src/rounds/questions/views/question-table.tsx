import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Steps } from '../../../platform/web/steps.js';
import type { RoundQuestion } from '../../round/round.entity.js';
import { QuestionTitle, QuestionHint } from '../../round/views/parts.js';

export function QuestionTable({ questions }: { questions: RoundQuestion[] }) {
  const { t } = usePage();
  if (questions.length === 0) return <p class="quiet">{t('round.noQuestions')}</p>;
  return (
    <ol class="tree">
      {questions.map((question, index) => (
        <li key={question.id}>
          <div class="node">
            <span class="code">{index + 1}</span>
            <span>
              <QuestionTitle question={question} />
            </span>
            <span class="node-end">
              <a href={`/round-questions/${question.id}`}>{t('round.editQuestion')}</a>
              <Steps
                action={`/round-questions/${question.id}/step`}
                label={(way) => t(`round.${way}`, { number: index + 1 })}
              />
              <PostButton
                action={`/round-questions/${question.id}/removal`}
                label={t('round.removeQuestion')}
                quiet
              />
            </span>
            <span class="meta">
              <QuestionHint question={question} />
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
