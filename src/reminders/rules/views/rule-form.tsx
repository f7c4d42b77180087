import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { PLAN_IN_FORCE } from '../../../plans/plan/plan.workflow.js';
import { type ReminderRule, RULE_KINDS, RULE_SUBJECTS } from '../../reminder.entity.js';
import { ruleSentence } from './sentences.js';
import { RecurrenceFields } from './recurrence-fields.js';

interface RuleFormPageProps {
  mechanism: Mechanism;
  plans: Plan[];
  /** Null for a new one. */
  rule: ReminderRule | null;
  state: FormState;
}

/**
 * Without JavaScript the fields of every kind are there; those of another kind than the chosen one are ignored. They
 * begin filled, so that "required" asks nothing of anybody.
 */
export function RuleFormPage({ mechanism, plans, rule, state }: RuleFormPageProps) {
  const { t, language } = usePage();
  const here = `/mechanisms/${mechanism.id}/reminders`;
  const current = state.conflict?.current as ReminderRule | undefined;
  return (
    <Layout
      title={t(rule ? 'reminders.edit' : 'reminders.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('reminders.title'), href: here },
      ]}
      help="reminders"
    >
      <Conflict state={state}>
        {current && <p>{ruleSentence(current, mechanism.zone, t, language)}</p>}
      </Conflict>
      <Form
        action={rule ? `${here}/${rule.id}` : here}
        state={state}
        submit={t(rule ? 'form.save' : 'reminders.create')}
        cancel={here}
      >
        {rule && <Hidden name="version" value={current?.version ?? (state.values.version as number)} />}
        <Choices
          name="kind"
          label={t('reminders.when')}
          options={RULE_KINDS.map((value) => ({
            value,
            label: t(`reminders.kind.${value}`),
            hint: t(`reminders.kindHint.${value}`),
          }))}
          required
        />
        <TextField
          name="days"
          type="number"
          label={t('reminders.days')}
          hint={t('reminders.daysHint')}
          short
          required
        />
        <RecurrenceFields zone={mechanism.zone} />
        <Select
          name="about"
          label={t('reminders.about')}
          hint={t('reminders.aboutHint')}
          options={RULE_SUBJECTS.map((value) => ({ value, label: t(`reminders.about.${value}`) }))}
          required
        />
        <Select
          name="planId"
          label={t('reminders.onlyPlan')}
          options={choosable(plans, rule).map((plan) => ({
            value: plan.id,
            label: rendition(plan.title, language).text,
          }))}
          empty={t('reminders.allPlans')}
        />
      </Form>
    </Layout>
  );
}

/** Plans in force, and the one the rule is about in any case. */
const choosable = (plans: Plan[], rule: ReminderRule | null) =>
  plans.filter((plan) => plan.state === PLAN_IN_FORCE || plan.id === rule?.planId);
