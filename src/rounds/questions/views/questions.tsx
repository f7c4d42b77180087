import { objectives } from '../../../framework/objectives.data.js';
import { objectiveTitle } from '../../../framework/framework.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Choices, Select, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Steps } from '../../../platform/web/steps.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { keyOf } from '../../addressees/question-target.js';
import type { Round, RoundAddressee, RoundQuestion } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import { QuestionHint, QuestionTitle, useCrumbs } from '../../round/views/parts.js';

interface QuestionsPageProps {
  mechanism: Mechanism;
  round: Round;
  questions: RoundQuestion[];
  plans: Plan[];
  states: { items?: FormState; objectives?: FormState; free?: FormState };
}

/** The questions of a draft: those there are, and three ways to add more. */
export function QuestionsPage({ mechanism, round, questions, plans, states }: QuestionsPageProps) {
  const { t, language } = usePage();
  const here = `/rounds/${round.id}/questions`;
  return (
    <Layout title={t('round.questions')} crumbs={useCrumbs(mechanism, round)}>
      <QuestionTable questions={questions} />
      <details class="card" open={!states.objectives && !hasErrors(states.free)}>
        <summary>{t('round.addItems')}</summary>
        <p class="quiet">{t('round.addItemsText')}</p>
        <Form action={`${here}/items`} state={states.items ?? emptyForm()} submit={t('round.add')}>
          <Select
            name="planId"
            label={t('plan.plan')}
            options={plans.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }))}
            empty={t('round.choosePlan')}
            required
          />
          <TextArea name="codes" label={t('round.codes')} hint={t('round.codesHint')} rows={2} />
          <CheckBox name="everybody" label={t('round.everybody')} hint={t('round.everybodyHint')} />
        </Form>
      </details>
      <details class="card" open={hasErrors(states.objectives)}>
        <summary>{t('round.addObjectives')}</summary>
        <Form action={`${here}/objectives`} state={states.objectives ?? emptyForm()} submit={t('round.add')}>
          <Choices
            name="objectives"
            label={t('round.objectives')}
            options={objectives.map(({ number }) => ({
              value: String(number),
              // The number stays before a title of the other direction.
              label: `${number}. \u2068${objectiveTitle(number, language).text}\u2069`,
            }))}
            many
            required
          />
        </Form>
      </details>
      <details class="card" open={hasErrors(states.free)}>
        <summary>{t('round.addFree')}</summary>
        <Form action={`${here}/free`} state={states.free ?? emptyForm()} submit={t('round.add')}>
          <LocalizedFields
            name="text"
            label={t('round.question')}
            languages={mechanism.languages}
            long
            required
          />
          <LocalizedFields name="hint" label={t('round.hint')} languages={mechanism.languages} />
        </Form>
      </details>
    </Layout>
  );
}

const hasErrors = (state?: FormState) => state !== undefined && Object.keys(state.errors).length > 0;

function QuestionTable({ questions }: { questions: RoundQuestion[] }) {
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

interface QuestionPageProps {
  mechanism: Mechanism;
  round: Round;
  question: RoundQuestion;
  addressees: RoundAddressee[];
  state: FormState;
}

/** Of whom one question is asked, and what would help to answer it. */
export function QuestionPage({ mechanism, round, question, addressees, state }: QuestionPageProps) {
  const { t, language } = usePage();
  const ways =
    question.kind === 'item'
      ? (['owners', 'everybody', 'chosen'] as const)
      : (['everybody', 'chosen'] as const);
  return (
    <Layout
      title={t('round.editQuestion')}
      crumbs={[
        ...useCrumbs(mechanism, round),
        { label: t('round.questions'), href: `/rounds/${round.id}/questions` },
      ]}
    >
      <p class="lead">
        <QuestionTitle question={question} />
      </p>
      <Form
        action={`/round-questions/${question.id}`}
        state={state}
        submit={t('form.save')}
        cancel={`/rounds/${round.id}/questions`}
      >
        {question.kind === 'free' && (
          <LocalizedFields
            name="text"
            label={t('round.question')}
            languages={mechanism.languages}
            long
            required
          />
        )}
        <LocalizedFields
          name="hint"
          label={t('round.hint')}
          hint={t('round.hintHint')}
          languages={mechanism.languages}
          long
        />
        <Choices
          name="asked"
          label={t('round.askedOf')}
          options={ways.map((value) => ({
            value,
            label: t(`round.asked.${value}`),
            hint: t(`round.askedHint.${value}`),
          }))}
          required
        />
        {addressees.length > 0 ? (
          <Choices
            name="chosen"
            label={t('round.chosen')}
            hint={t('round.chosenHint')}
            options={addressees.map((one) => ({
              value: keyOf(one),
              label: addresseeName(one, language),
            }))}
            many
            columns
          />
        ) : (
          <p class="hint">{t('round.chooseAddresseesFirst')}</p>
        )}
      </Form>
    </Layout>
  );
}
