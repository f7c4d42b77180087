import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Meeting } from '../meeting.entity.js';
import { meetingOutputs } from '../meeting-types.data.js';

export function DocumentPage({ meeting, state }: { meeting: Meeting; state: FormState }) {
  const { t, language } = usePage();
  const href = `/meetings/${meeting.id}`;
  return (
    <Layout
      title={t('document.new')}
      crumbs={[placeCrumb(meeting.mechanismId), { label: rendition(meeting.title, language).text, href }]}
    >
      <p class="quiet">{t('document.text')}</p>
      <Form
        action={`${href}/documents`}
        state={state}
        submit={t('document.create')}
        cancel={`${href}#documents`}
      >
        <TextField name="title" label={t('document.title')} required />
        <TextField name="url" type="url" label={t('document.url')} required />
        <Select
          name="output"
          label={t('document.output')}
          empty={t('document.noOutput')}
          options={meetingOutputs.map((value) => ({ value, label: t(`meetingOutput.${value}`) }))}
        />
      </Form>
    </Layout>
  );
}
