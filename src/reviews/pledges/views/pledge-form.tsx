import { objectiveLabel } from '../../../framework/framework.js';
import { objectives } from '../../../framework/objectives.data.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Choices, Hidden, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Pledge } from '../pledge.entity.js';
import { PLEDGE_KINDS, PLEDGE_NATURES } from '../vocabulary.js';

interface PledgeFormPageProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  pledge: Pledge | null;
  state: FormState;
}

/** In the order of the submission form. */
export function PledgeFormPage({ mechanism, pledge, state }: PledgeFormPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as Pledge | undefined;
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={pledge ? pledge.name : t('pledge.new')}
      titleLanguage={pledge?.language}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('pledge.pledges'), href: `${home}/pledges` },
      ]}
    >
      <p class="lead">{t('pledge.formText')}</p>
      <Conflict state={state} />
      <Form
        action={pledge ? `/pledges/${pledge.id}` : `${home}/pledges`}
        state={state}
        submit={t(pledge ? 'form.save' : 'pledge.new')}
        cancel={pledge ? `/pledges/${pledge.id}` : `${home}/pledges`}
      >
        {pledge && <Hidden name="version" value={current?.version ?? Number(state.values.version)} />}
        <TextField name="name" label={t('pledge.name')} required />
        <Select
          name="language"
          label={t('pledge.language')}
          options={LANGUAGES.map((value) => ({ value, label: languageName(value, language) }))}
          required
        />
        <Choices
          name="kind"
          label={t('pledge.kind')}
          options={PLEDGE_KINDS.map((value) => ({ value, label: t(`pledge.kind.${value}`) }))}
          required
        />
        <TextField name="matches" label={t('pledge.matches')} hint={t('pledge.matchesHint')} />
        <TextArea
          name="participants"
          label={t('pledge.participants')}
          hint={t('pledge.participantsHint')}
          rows={3}
        />
        <Choices
          name="nature"
          label={t('pledge.nature')}
          options={PLEDGE_NATURES.map((value) => ({ value, label: t(`pledge.nature.${value}`) }))}
          required
        />
        <Choices
          name="objectives"
          label={t('pledge.objectives')}
          hint={t('pledge.objectivesHint')}
          options={objectives.map(({ number }) => ({
            value: String(number),
            label: `${number}. ${objectiveLabel(number, language).text}`,
          }))}
          many
          columns
          required
        />
        <TextArea name="text" label={t('pledge.text')} hint={t('pledge.textHint')} rows={12} required />
      </Form>
    </Layout>
  );
}
