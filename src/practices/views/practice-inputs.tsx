import { Select, Choices, TextArea, TextField } from '../../platform/web/fields.js';
import { WritingTools } from '../../platform/web/writing/writing-tools.js';
import { usePage } from '../../platform/web/page-context.js';
import { useObjectiveOptions, usePrincipleOptions } from './parts.js';
import { COMPLETIONS } from '../vocabulary.js';

export function PracticeWords() {
  const { t } = usePage();
  return (
    <>
      <WritingTools />
      <TextArea marked name="content.summary" label={t('practice.summary')} rows={3} />
      <TextArea marked name="content.description" label={t('practice.description')} rows={8} />
      <TextArea marked name="content.innovation" label={t('practice.innovation')} />
      <TextArea marked name="content.results" label={t('practice.results')} />
      <TextArea marked name="content.lessons" label={t('practice.lessons')} />
      <TextArea name="content.links" label={t('practice.links')} hint={t('practice.linksHint')} rows={3} />
    </>
  );
}

export function PracticeContext() {
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
