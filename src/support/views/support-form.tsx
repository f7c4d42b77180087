import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { States } from '../../accounts/states.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Choices, Hidden, Select, TextArea, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { supportKinds } from '../../progress/entries/vocabulary.data.js';
import type { SupportRequest } from '../support.entity.js';
import { languageOptions, useObjectiveOptions } from '../../practices/views/parts.js';

interface SupportFormProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  request: SupportRequest | null;
  /** Codes of the States the reader may ask for. */
  states: string[];
  state: FormState;
}

export function SupportFormPage({ mechanism, request, states, state }: SupportFormProps) {
  const { t, language } = usePage();
  const list = `/mechanisms/${mechanism.id}/support`;
  const stands = state.conflict?.current as SupportRequest | undefined;
  return (
    <Layout
      title={t(request ? 'supports.edit' : 'supports.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('supports.title'), href: list },
      ]}
    >
      <p class="quiet">{t('supports.formText')}</p>
      <Conflict state={state}>{stands && <p>{stands.title}</p>}</Conflict>
      <Form
        action={request ? `/support/${request.id}/edit` : list}
        state={state}
        submit={t('form.save')}
        cancel={request ? `/support/${request.id}` : list}
      >
        {request ? (
          <Hidden name="version" value={stands?.version ?? (state.values.version as number)} />
        ) : (
          <>
            {state.values.entryId !== undefined && (
              <Hidden name="entryId" value={state.values.entryId as string} />
            )}
            <Select
              name="requester"
              label={t('supports.requester')}
              options={states.map((value) => ({ value, label: States.name(value, language) }))}
              required
            />
          </>
        )}
        <Choices
          name="kind"
          label={t('supports.kind')}
          options={supportKinds.map((value) => ({ value, label: t(`support.${value}`) }))}
          required
        />
        <TextField name="title" label={t('supports.what')} hint={t('supports.whatHint')} required />
        <Select name="language" label={t('practice.language')} options={languageOptions} required />
        <TextArea name="text" label={t('supports.text')} />
        <Choices
          name="objectives"
          label={t('practice.objectives')}
          options={useObjectiveOptions()}
          many
          columns
        />
        <div class="pair">
          <TextField name="periodStart" type="date" label={t('practice.periodStart')} />
          <TextField name="periodEnd" type="date" label={t('practice.periodEnd')} />
        </div>
        <TextField name="contact" label={t('supports.contact')} hint={t('supports.contactHint')} />
      </Form>
    </Layout>
  );
}
