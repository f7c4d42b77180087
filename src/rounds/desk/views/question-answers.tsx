import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Round, RoundQuestion } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import { QuestionHint, QuestionTitle, useCrumbs } from '../../round/views/parts.js';
import type { DeskAnswer } from '../desk.service.js';
import { NotReceived } from './not-received.js';
import { TickForm } from './tick-form.js';

interface QuestionAnswersPageProps {
  mechanism: Mechanism;
  round: Round;
  questions: RoundQuestion[];
  question: RoundQuestion;
  answers: DeskAnswer[];
  state: FormState;
  tickAll: boolean;
}

/** All answers to one question, delegations in the order of the alphabet; with the questions before and after it. */
export function QuestionAnswersPage(props: QuestionAnswersPageProps) {
  const { t, language } = usePage();
  const { mechanism, round, questions, question, answers, state, tickAll } = props;
  const at = questions.findIndex(({ id }) => id === question.id);
  const received = answers.filter(({ entry }) => entry !== null);
  return (
    <Layout
      title={t('collect.question', { number: at + 1, count: questions.length })}
      crumbs={useCrumbs(mechanism, round)}
    >
      <p class="lead">
        <QuestionTitle question={question} />
      </p>
      <QuestionHint question={question} />
      <QuestionSteps {...{ round, questions, at }} />
      {received.length === 0 && <p>{t('collect.nothingYet')}</p>}
      <TickForm
        {...{ round, state, tickAll }}
        part={{ question: question.id }}
        answers={received}
        heading={({ addressee }) => <bdi>{addresseeName(addressee, language)}</bdi>}
      />
      <NotReceived answers={answers} />
      <QuestionSteps {...{ round, questions, at }} />
    </Layout>
  );
}

function QuestionSteps({ round, questions, at }: { round: Round; questions: RoundQuestion[]; at: number }) {
  const { t } = usePage();
  const to = (one: RoundQuestion) => `/rounds/${round.id}/answers?question=${one.id}`;
  const [previous, next] = [questions[at - 1], questions[at + 1]];
  return (
    <nav class="pages" aria-label={t('collect.questions')}>
      {previous && (
        <a class="next-page" rel="prev" href={to(previous)}>
          {t('collect.previousQuestion')}
        </a>
      )}
      {next && (
        <a class="next-page" rel="next" href={to(next)}>
          {t('collect.nextQuestion')}
        </a>
      )}
      <a href={`/rounds/${round.id}`}>{t('collect.back')}</a>
    </nav>
  );
}
