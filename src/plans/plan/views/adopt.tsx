import { planCrumbs } from '../../amendments/views/amendments.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { TextField, CheckBox } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';

interface AdoptPageProps {
  plan: Plan;
  former: Plan | null;
  /** Whether it has no items. */
  empty: boolean;
  state: FormState;
}

export function AdoptPage({ plan, former, empty, state }: AdoptPageProps) {
  const { t, language } = usePage();
  return (
    <Layout title={t('planMove.adopt')} crumbs={planCrumbs(plan, language)}>
      <p>{t('plan.adoptText')}</p>
      {empty && <p class="doubt">{t('press.plan.empty')}</p>}
      <Form
        action={`/plans/${plan.id}/adoption`}
        state={state}
        submit={t('planMove.adopt')}
        cancel={`/plans/${plan.id}`}
      >
        <TextField name="by" label={t('plan.adoptedByField')} hint={t('plan.adoptedByHint')} required />
        <TextField name="on" type="date" label={t('plan.adoptedOnField')} required />
        {former?.state === 'adopted' && (
          <CheckBox
            name="supersedes"
            label={t('plan.supersedes', { plan: rendition(former.title, language).text })}
            hint={t('plan.supersedesHint')}
          />
        )}
      </Form>
    </Layout>
  );
}
