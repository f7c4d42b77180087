import { States } from '../../accounts/states.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Choices, Hidden, Select, TextArea, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { voiceLabel } from '../../progress/entries/labels.js';
import type { Practice } from '../practice.entity.js';
import { CHECK_ANSWERS, COMPLETIONS, CRITERIA } from '../vocabulary.js';
import { languageOptions, useObjectiveOptions, usePrincipleOptions } from './parts.js';

interface PracticeFormProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  practice: Practice | null;
  /** For whom the reader may speak. */
  voices: string[];
  state: FormState;
}

/** A practice as its form sends it back. */
export function formValues({ title, language, content, version }: Practice, reader: string) {
  return {
    title,
    language,
    version,
    content: {
      ...content,
      objectives: content.objectives.map(String),
      principles: content.principles.map(String),
      countries: content.countries.map((code) => States.name(code, reader)).join('; '),
      links: content.links.join('\n'),
    },
  };
}

export function PracticeFormPage({ mechanism, practice, voices, state }: PracticeFormProps) {
  const { t, language } = usePage();
  const list = `/mechanisms/${mechanism.id}/practices`;
  const stands = state.conflict?.current as Practice | undefined;
  return (
    <Layout
      title={t(practice ? 'practice.edit' : 'practices.new')}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: t('practices.title'), href: list },
      ]}
    >
      <p class="quiet">{t('practice.formText')}</p>
      <p class="doubt">{t('practice.document.unverified')}</p>
      <Conflict state={state}>{stands && <p>{stands.title}</p>}</Conflict>
      <Form
        action={practice ? `/practices/${practice.id}/edit` : list}
        state={state}
        submit={t('form.save')}
        cancel={practice ? `/practices/${practice.id}` : list}
      >
        {practice ? (
          <Hidden name="version" value={stands?.version ?? (state.values.version as number)} />
        ) : (
          <>
            {state.values.entryId !== undefined && (
              <Hidden name="entryId" value={state.values.entryId as string} />
            )}
            <Select
              name="as"
              label={t('practice.as')}
              options={voices.map((value) => ({ value, label: voiceLabel(value, t, language) }))}
              required
            />
          </>
        )}
        <TextField name="title" label={t('practice.title')} hint={t('practice.titleHint')} required />
        <Select name="language" label={t('practice.language')} options={languageOptions} required />
        <Words />
        <Where />
        <Checklist />
      </Form>
    </Layout>
  );
}

function Words() {
  const { t } = usePage();
  return (
    <>
      <TextArea name="content.summary" label={t('practice.summary')} rows={3} />
      <TextArea name="content.description" label={t('practice.description')} rows={8} />
      <TextArea name="content.innovation" label={t('practice.innovation')} />
      <TextArea name="content.results" label={t('practice.results')} />
      <TextArea name="content.lessons" label={t('practice.lessons')} />
      <TextArea name="content.links" label={t('practice.links')} hint={t('practice.linksHint')} rows={3} />
    </>
  );
}

function Where() {
  const { t } = usePage();
  const completions = COMPLETIONS.map((value) => ({ value, label: t(`practice.completion.${value}`) }));
  return (
    <>
      <Choices
        name="content.objectives"
        label={t('practice.objectives')}
        options={useObjectiveOptions()}
        many
        columns
      />
      <Choices
        name="content.principles"
        label={t('practice.principles')}
        options={usePrincipleOptions()}
        many
        columns
      />
      <TextField
        name="content.countries"
        label={t('practice.countries')}
        hint={t('practice.countriesHint')}
      />
      <TextField name="content.regions" label={t('practice.regions')} />
      <TextArea name="content.implementers" label={t('practice.implementers')} rows={2} />
      <div class="pair">
        <TextField
          name="content.contactName"
          label={t('practice.contactName')}
          hint={t('practice.contactHint')}
        />
        <TextField name="content.contactEmail" type="email" label={t('practice.contactEmail')} />
      </div>
      <div class="pair">
        <TextField name="content.periodStart" type="date" label={t('practice.periodStart')} />
        <TextField name="content.periodEnd" type="date" label={t('practice.periodEnd')} />
      </div>
      <Select
        name="content.completion"
        label={t('practice.completion')}
        options={completions}
        empty={t('practice.unsaid')}
      />
    </>
  );
}

function Checklist() {
  const { t } = usePage();
  const answers = CHECK_ANSWERS.map((value) => ({ value, label: t(`practice.check.${value}`) }));
  return (
    <>
      <h2>{t('practice.checklist')}</h2>
      <p class="quiet">{t('practice.checklistText')}</p>
      {CRITERIA.map((criterion) => (
        <div key={criterion}>
          <Select
            name={`content.checklist.${criterion}.answer`}
            label={t(`practice.criterion.${criterion}`)}
            options={answers}
            empty={t('practice.unsaid')}
          />
          <TextArea
            name={`content.checklist.${criterion}.words`}
            label={t('practice.wordsOn', { criterion: t(`practice.criterion.${criterion}`) })}
            rows={2}
          />
        </div>
      ))}
    </>
  );
}
