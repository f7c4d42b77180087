import { rendition } from '../../../platform/i18n/localized.js';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Plan, PlanItem } from '../../plan/plan.entity.js';
import type { Priority } from '../priority.entity.js';
import type { PriorityWithStatus } from '../priority-standing.js';
import type { ItemsToChoose } from '../../choosing/items-to-choose.js';
import { ChooseItems } from '../../choosing/choose-items.js';
import { planCrumbs } from '../../amendments/views/amendments.js';
import { maySetPriorities } from '../../plan/views/plan-actions.js';
import { PrioritiesTable } from './priorities.js';

export function PrioritiesPage({ plan, priorities }: { plan: Plan; priorities: PriorityWithStatus[] }) {
  const { t, language, actor } = usePage();
  return (
    <Layout
      title={t('priority.title')}
      crumbs={planCrumbs(plan, language)}
      actions={
        maySetPriorities(actor, plan) && (
          <a class="button" href={`/plans/${plan.id}/priorities/new`}>
            {t('priority.set')}
          </a>
        )
      }
    >
      <PrioritiesTable plan={plan} priorities={priorities} />
    </Layout>
  );
}

interface SetPrioritiesPageProps {
  plan: Plan;
  mechanism: Mechanism;
  /** The item whose page the form was opened from. */
  item: PlanItem | null;
  items: ItemsToChoose;
  state: FormState;
}

export function SetPrioritiesPage({ plan, mechanism, item, items, state }: SetPrioritiesPageProps) {
  const { t, language } = usePage();
  return (
    <Layout title={t('priority.set')} crumbs={planCrumbs(plan, language)}>
      <p>{t('priority.setText')}</p>
      <Form
        action={`/plans/${plan.id}/priorities${item ? `?item=${item.id}` : ''}`}
        state={state}
        submit={t('priority.submit')}
        cancel={item ? `/items/${item.id}` : `/plans/${plan.id}`}
      >
        <ChooseItems label={t('priority.items')} items={items} required />
        <TextField name="setBy" label={t('priority.setBy')} hint={t('priority.setByHint')} required />
        <div class="pair">
          <TextField name="from" type="date" label={t('priority.from')} required />
          <TextField name="until" type="date" label={t('priority.until')} />
        </div>
        <LocalizedFields
          name="note"
          label={t('priority.note')}
          languages={mechanism.languages}
          long
          rows={3}
        />
      </Form>
    </Layout>
  );
}

export function EndPriorityPage({ priority, state }: { priority: Priority; state: FormState }) {
  const { t, language } = usePage();
  const { item, plan } = priority;
  return (
    <Layout
      title={t('priority.endTitle', { name: item.code || rendition(item.title, language).text })}
      crumbs={[
        ...planCrumbs(plan, language),
        { label: t('priority.title'), href: `/plans/${plan.id}/priorities` },
      ]}
    >
      <p>{t('priority.endText')}</p>
      <Form
        action={`/priorities/${priority.id}/end`}
        state={state}
        submit={t('priority.end')}
        cancel={`/plans/${plan.id}/priorities`}
      >
        <TextField name="until" type="date" label={t('priority.until')} short required />
      </Form>
    </Layout>
  );
}
