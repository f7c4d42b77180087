import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { Hidden, Select } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { PERIOD_PRECISIONS } from '../cycle.dto.js';
import { capital, cycleName, periodWords } from '../cycle-words.js';
import { REVIEW_KINDS } from '../review-cycles.data.js';
import type { ReviewCycle } from '../review-cycles.js';
import { FactsFields } from './facts-fields.js';

interface CycleFormProps {
  /** Null for a new one. */
  cycle: ReviewCycle | null;
  forums: readonly ReviewCycle[];
  state: FormState;
}

export function CycleFormPage({ cycle, forums, state }: CycleFormProps) {
  const { t, language } = usePage();
  const list = { label: t('cycle.title'), href: '/review-cycles' };
  const name = (one: ReviewCycle) => capital(cycleName(one, language));
  const itself = cycle && { label: name(cycle), href: `/review-cycles/${cycle.id}` };
  const current = state.conflict?.current as ReviewCycle | undefined;
  return (
    <Layout title={t(cycle ? 'cycle.edit' : 'cycle.new')} crumbs={[list, ...(itself ? [itself] : [])]}>
      <Conflict state={state}>
        {current && (
          <p>
            {periodWords(current.period, language)} · <bdi>{current.source}</bdi>
          </p>
        )}
      </Conflict>
      <Form
        action={itself?.href ?? list.href}
        state={state}
        submit={t(cycle ? 'form.save' : 'cycle.new')}
        cancel={itself?.href ?? list.href}
      >
        {cycle ? (
          <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        ) : (
          <>
            <Select
              name="kind"
              label={t('cycle.kind')}
              options={REVIEW_KINDS.map((value) => ({ value, label: t(`reviewKind.${value}`) }))}
              required
            />
            <Select
              name="feeds"
              label={t('cycle.feeds')}
              hint={t('cycle.feedsHint')}
              empty={t('cycle.feedsNone')}
              options={forums.map((one) => ({ value: one.id, label: name(one) }))}
            />
          </>
        )}
        <FactsFields precisions={PERIOD_PRECISIONS} />
        <LocalizedFields
          name="name"
          label={t('cycle.name')}
          hint={t('cycle.nameHint')}
          languages={LANGUAGES}
        />
      </Form>
    </Layout>
  );
}
