import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { QuestionAnswer } from '../../answers/answer-query.service.js';
import { QuestionHint, QuestionTitle } from './parts.js';

export function QuestionAnswers({ lines, open }: { lines: QuestionAnswer[]; open: boolean }) {
  const { t } = usePage();
  return (
    <Table
      caption={t('round.questions')}
      rows={lines}
      empty={t('round.noQuestions')}
      columns={[
        {
          label: t('round.question'),
          heading: true,
          cell: ({ question }) => (
            <>
              <QuestionTitle question={question} />
              <QuestionHint question={question} />
            </>
          ),
        },
        { label: t('round.answer'), cell: (line) => <AnswerCell line={line} /> },
        ...(open
          ? [{ label: t('list.actions'), cell: (line: QuestionAnswer) => <AnswerActions line={line} /> }]
          : []),
      ]}
    />
  );
}

export function AnswerCell({ line: { answer, entry } }: { line: QuestionAnswer }) {
  const { t } = usePage();
  if (entry) return <a href={`/progress/${entry.id}`}>{t(`entryState.${entry.standing}`)}</a>;
  return <span class="quiet">{t(answer.declinedAt ? 'round.prefersNot' : 'round.noAnswer')}</span>;
}

function AnswerActions({ line: { answer, entry } }: { line: QuestionAnswer }) {
  const { t } = usePage();
  if (entry) return <a href={`/progress/${entry.id}`}>{t('round.goOn')}</a>;
  const base = `/round-answers/${answer.id}`;
  if (answer.declinedAt)
    return <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} quiet />;
  return (
    <>
      <PostButton action={`${base}/entry`} label={t('round.answerThis')} second />{' '}
      <PostButton action={`${base}/declination`} label={t('round.declineOne')} quiet />
    </>
  );
}
