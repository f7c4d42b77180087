import { languageName } from '../../../platform/i18n/language-names.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { cycleName } from '../../cycles/cycle-words.js';
import type { ReviewCycle } from '../../cycles/review-cycles.js';
import { capital } from '../../cycles/cycle-words.js';

interface OpenPageProps {
  mechanism: Mechanism;
  /** The next first. */
  cycles: readonly ReviewCycle[];
  state: FormState;
}

export function OpenPage({ mechanism, cycles, state }: OpenPageProps) {
  const { t, language } = usePage();
  const there = state.conflict?.current as { id: string } | undefined;
  const options = cycles.map((cycle) => ({
    value: cycle.id,
    label: capital(cycleName(cycle, language)),
  }));
  return (
    <Layout
      title={t('submission.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('submission.submissions'), href: '/submissions' },
      ]}
    >
      <Conflict state={state}>
        {there && (
          <p>
            <a href={`/submissions/${there.id}`}>{t('submission.openThere')}</a>
          </p>
        )}
      </Conflict>
      <p>{t('submission.newText')}</p>
      <Form
        action={`/mechanisms/${mechanism.id}/submissions`}
        state={state}
        submit={t('submission.new')}
        cancel={`/mechanisms/${mechanism.id}`}
      >
        <Select
          name="cycleId"
          label={t('submission.cycle')}
          hint={t('submission.cycleHint')}
          options={options}
          required
        />
        <Select
          name="language"
          label={t('submission.language')}
          hint={t('submission.languageHint')}
          options={LANGUAGES.map((value) => ({ value, label: languageName(value, language) }))}
          required
        />
        <TextField name="title" label={t('submission.title')} hint={t('submission.titleHint')} required />
      </Form>
    </Layout>
  );
}
