import { regionalCommissions } from '../../../mechanisms/registry/registry.data.js';
import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { MILESTONE_PRECISIONS, PERIOD_PRECISIONS } from '../cycle.dto.js';
import { capital, cycleName, milestoneName } from '../cycle-words.js';
import { MILESTONE_CODES } from '../review-cycles.data.js';
import type { Milestone, ReviewCycle } from '../review-cycles.js';
import { FactsFields } from './facts-fields.js';

interface MilestoneFormProps {
  cycle: ReviewCycle;
  /** Null for a new one. */
  milestone: Milestone | null;
  state: FormState;
}

export function MilestoneFormPage({ cycle, milestone, state }: MilestoneFormProps) {
  const { t, language } = usePage();
  const href = `/review-cycles/${cycle.id}`;
  const current = state.conflict?.current as ReviewCycle | undefined;
  const isForum = cycle.kind === 'imrf' && milestone?.code === 'forum';
  const codes = MILESTONE_CODES.filter((code) => cycle.kind !== 'imrf' || code !== 'forum');
  return (
    <Layout
      title={t(milestone ? 'milestone.edit' : 'milestone.new')}
      crumbs={[
        { label: t('cycle.title'), href: '/review-cycles' },
        { label: capital(cycleName(cycle, language)), href },
      ]}
    >
      <Conflict state={state} />
      {milestone && <p class="lead">{capital(rendition(milestoneName(milestone), language).text)}</p>}
      {milestone && !milestone.own && language !== 'en' && (
        <p>
          <InEnglish>{milestone.text}</InEnglish>
        </p>
      )}
      {isForum && <p>{t('milestone.ofForum')}</p>}
      <Form
        action={milestone ? `${href}/milestones/${milestone.key}` : `${href}/milestones`}
        state={state}
        submit={t(milestone ? 'form.save' : 'milestone.new')}
        cancel={href}
      >
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        {!milestone && (
          <div class="pair">
            <Select
              name="code"
              label={t('milestone.kind')}
              options={codes.map((value) => ({ value, label: capital(t(`milestoneKind.${value}`)) }))}
              required
            />
            <Select
              name="commission"
              label={t('milestone.commission')}
              empty={t('milestone.everywhere')}
              options={regionalCommissions.map(({ code }) => ({ value: code, label: code }))}
            />
          </div>
        )}
        <FactsFields precisions={isForum ? PERIOD_PRECISIONS : MILESTONE_PRECISIONS} />
        <TextField name="place" label={t('milestone.place')} />
        <LocalizedFields
          name="name"
          label={t('milestone.name')}
          hint={t('milestone.nameHint')}
          languages={LANGUAGES}
        />
      </Form>
    </Layout>
  );
}
