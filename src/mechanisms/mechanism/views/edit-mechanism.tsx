import { zoneName } from '../../../platform/i18n/zones.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { listed } from '../../../platform/i18n/listed.js';
import { can } from '../../../accounts/roles.js';
import { CheckBox, Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { HelpLink } from '../../../platform/web/help/help-link.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { zoneOptions } from '../../../platform/web/zone-options.js';
import { Facts } from '../../../platform/web/table.js';
import type { Mechanism } from '../mechanism.entity.js';
import { WORKING_LANGUAGES } from '../mechanism.dto.js';
import { OtherNameFields, OtherNames } from './other-names.js';
import { crumbsOf } from './parts.js';

export function EditMechanismPage({ mechanism, state }: { mechanism: Mechanism; state: FormState }) {
  const { t, language, actor } = usePage();
  const current = state.conflict?.current as Mechanism | undefined;
  const languages = WORKING_LANGUAGES.map((value) => ({ value, label: languageName(value, language) }));
  return (
    <Layout title={t('mechanisms.edit')} crumbs={crumbsOf(t, mechanism)}>
      <Conflict state={state}>{current && <Versions state={state} current={current} />}</Conflict>
      <Form
        action={`/mechanisms/${mechanism.id}/edit`}
        state={state}
        submit={t('form.save')}
        cancel={`/mechanisms/${mechanism.id}`}
      >
        <Hidden name="version" value={current?.version ?? String(state.values.version)} />
        <TextField name="officialName" label={t('mechanisms.officialName')} required />
        <div class="pair">
          <TextField name="shortName" label={t('mechanisms.shortName')} required />
          <TextField name="abbreviation" label={t('mechanisms.abbreviation')} required />
        </div>
        <OtherNameFields mechanism={mechanism} />
        <Select
          name="zone"
          label={t('account.zone')}
          hint={t('mechanisms.zone.hint')}
          options={zoneOptions(language, mechanism.zone)}
          required
        />
        <Select
          name="language"
          label={t('mechanisms.language')}
          hint={t('mechanisms.language.hint')}
          options={languages}
          required
        />
        <Choices name="languages" label={t('mechanisms.languages')} options={languages} many columns />
        {can(actor, 'mechanism.replies', mechanism.id) && (
          <TextField
            name="replyAddress"
            label={t('mechanisms.replyAddress')}
            hint={t('mechanisms.replyAddress.hint')}
          />
        )}
        <TextField
          name="fewestReporters"
          type="number"
          label={t('mechanisms.fewestReporters')}
          hint={t('mechanisms.fewestReporters.hint')}
          short
        />
        <CheckBox
          name="requireSecondFactor"
          label={t('mechanisms.secondFactor')}
          hint={t('mechanisms.secondFactor.hint')}
        />
        <CheckBox name="fourEyes" label={t('mechanisms.fourEyes')} hint={t('mechanisms.fourEyes.hint')} />
        <HelpLink topic="four-eyes" named />
      </Form>
    </Layout>
  );
}

function Versions({ state, current }: { state: FormState; current: Mechanism }) {
  const { t, language } = usePage();
  const typed = state.values;
  const names = (codes: unknown[]) =>
    listed(
      codes.flat().map((code) => languageName(String(code), language)),
      language,
      'unit',
    );
  const facts = (values: Record<string, unknown>, languages: string) => (
    <Facts
      facts={[
        { label: t('mechanisms.officialName'), value: String(values.officialName) },
        { label: t('mechanisms.shortName'), value: String(values.shortName) },
        { label: t('mechanisms.abbreviation'), value: String(values.abbreviation) },
        { label: t('account.zone'), value: zoneName(String(values.zone), language) },
        { label: t('mechanisms.otherNames'), value: <OtherNames {...values} /> },
        { label: t('mechanisms.languages.all'), value: languages },
        { label: t('mechanisms.replyAddress'), value: (values.replyAddress as string | null) ?? '' },
        { label: t('mechanisms.fewestReporters'), value: values.fewestReporters as string | number },
        {
          label: t('mechanisms.secondFactor'),
          value: t(values.requireSecondFactor ? 'mechanisms.secondFactor.on' : 'mechanisms.secondFactor.off'),
        },
        {
          label: t('mechanisms.fourEyes'),
          value: t(values.fourEyes ? 'mechanisms.secondFactor.on' : 'mechanisms.secondFactor.off'),
        },
      ]}
    />
  );
  return (
    <div class="versions">
      <div>
        <h3>{t('form.yours')}</h3>
        {facts(typed, names([typed.language, typed.languages ?? []]))}
      </div>
      <div>
        <h3>{t('form.theirs')}</h3>
        {facts({ ...current }, names(current.languages))}
      </div>
    </div>
  );
}
