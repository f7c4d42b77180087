import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Hidden, Select, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import { type FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { voiceLabel } from '../../progress/entries/labels.js';
import type { Practice } from '../practice.entity.js';
import { ChecklistFields } from './checklist-inputs.js';
import { languageOptions } from './parts.js';
import { PracticeContext, PracticeWords } from './practice-inputs.js';

interface PracticeFormProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  practice: Practice | null;
  /** For whom the reader may speak. */
  voices: string[];
  state: FormState;
}

export function PracticeFormPage({ mechanism, practice, voices, state }: PracticeFormProps) {
  const { t, language } = usePage();
  const list = `/mechanisms/${mechanism.id}/practices`;
  const stands = state.conflict?.current as Practice | undefined;
  return (
    <Layout
      title={t(practice ? 'practice.edit' : 'practices.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
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
        <PracticeWords />
        <PracticeContext />
        <ChecklistFields />
      </Form>
    </Layout>
  );
}
