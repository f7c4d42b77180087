import { objectives } from '../../../framework/objectives.data.js';
import { objectiveLabel } from '../../../framework/framework.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Choices, Select } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { ItemsToChoose } from '../../../plans/choosing/items-to-choose.js';
import { ChooseItems } from '../../../plans/choosing/choose-items.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import type { Round, RoundQuestion } from '../../round/round.entity.js';
import { useCrumbs } from '../../round/views/parts.js';
import { QuestionTable } from './question-table.js';

interface QuestionsPageProps {
  mechanism: Mechanism;
  round: Round;
  questions: RoundQuestion[];
  plans: Plan[];
  items: ItemsToChoose;
  states: { items?: FormState; objectives?: FormState; free?: FormState };
}

/** The questions of a draft: those there are, and three ways to add more. */
export function QuestionsPage({ mechanism, round, questions, plans, items, states }: QuestionsPageProps) {
  const { t, language } = usePage();
  const here = `/rounds/${round.id}/questions`;
  return (
    <Layout title={t('round.questions')} crumbs={useCrumbs(mechanism, round)}>
      <QuestionTable questions={questions} />
      <details class="card" open={!states.objectives && !hasErrors(states.free)}>
        <summary>{t('round.addItems')}</summary>
        <p class="quiet">{t('round.addItemsText')}</p>
        <Form action={`${here}/items`} state={states.items ?? emptyForm()} submit={t('round.add')}>
          <ChooseItems label={t('round.items')} hint={t('round.itemsHint')} items={items} />
          <Select
            name="planId"
            label={t('round.wholePlan')}
            options={plans.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }))}
            hint={t('round.wholePlanHint')}
            empty={t('round.choosePlan')}
          />
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
              label: `${number}. \u2068${objectiveLabel(number, language).text}\u2069`,
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
