import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Choices } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { keyOf } from '../../addressees/question-target.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { Layout } from '../../../platform/web/layout.js';
import type { Round, RoundQuestion, RoundAddressee } from '../../round/round.entity.js';
import { useCrumbs, QuestionTitle } from '../../round/views/parts.js';
import { addresseeName } from '../../round/round.view.js';

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
