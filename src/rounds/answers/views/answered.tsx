import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { RoundAnswer } from '../../round/round.entity.js';
import { usesOf } from '../../uses/views/decide-on-use.js';
import { QuestionHint, QuestionTitle } from '../../round/views/parts.js';

/** The entries that answer the same question before and after this one. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
}

interface AnsweredPanelProps {
  answers: RoundAnswer[];
  /** Whether the entry is the reader's own. */
  own: boolean;
  /** For the secretariat, by answer. */
  neighbours: ReadonlyMap<string, Neighbours>;
}

/** On an entry's page: which question it answers. */
export function AnsweredPanel({ answers, own, neighbours }: AnsweredPanelProps) {
  const { t } = usePage();
  return (
    <ul class="plain">
      {answers.map(({ id, round, question, addresseeId }) => (
        <li key={id}>
          <p class="quiet">
            {t('round.answers')}{' '}
            <a href={`/rounds/${round.id}`}>
              <LocalizedText value={round.title} />
            </a>
          </p>
          {question.kind === 'free' && <QuestionTitle question={question} />}
          <QuestionHint question={question} />
          {own && (
            <p>
              <a href={usesOf({ id: addresseeId, roundId: round.id })}>{t('uses.title')}</a>
            </p>
          )}
          {neighbours.has(id) && (
            <AnswerSteps
              {...neighbours.get(id)!}
              all={`/rounds/${round.id}/answers?question=${question.id}#a-${id}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function AnswerSteps({ previous, next, all }: Neighbours & { all: string }) {
  const { t } = usePage();
  return (
    <nav class="pages" aria-label={t('collect.answers')}>
      {previous && (
        <a class="next-page" rel="prev" href={`/progress/${previous}`}>
          {t('collect.previousAnswer')}
        </a>
      )}
      {next && (
        <a class="next-page" rel="next" href={`/progress/${next}`}>
          {t('collect.nextAnswer')}
        </a>
      )}
      <a href={all}>{t('collect.allAnswers')}</a>
    </nav>
  );
}
