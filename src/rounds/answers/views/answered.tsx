import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { RoundAnswer } from '../../round/round.entity.js';
import { QuestionHint, QuestionTitle } from '../../round/views/parts.js';

/** On an entry's page: which question it answers. */
export function AnsweredPanel({ answers }: { answers: RoundAnswer[] }) {
  const { t } = usePage();
  return (
    <ul class="plain">
      {answers.map(({ id, round, question }) => (
        <li key={id}>
          <p class="quiet">
            {t('round.answers')}{' '}
            <a href={`/rounds/${round.id}`}>
              <LocalizedText value={round.title} />
            </a>
          </p>
          {question.kind === 'free' && <QuestionTitle question={question} />}
          <QuestionHint question={question} />
        </li>
      ))}
    </ul>
  );
}
