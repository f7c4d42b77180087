import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { crumbsOf } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { AgendaItem, Meeting } from '../../meeting/meeting.entity.js';
import { Versions } from '../../meeting/views/versions.js';

interface AgendaItemPageProps {
  meeting: Meeting;
  mechanism: Mechanism;
  /** Null for a new one. */
  item: AgendaItem | null;
  state: FormState;
}

export function AgendaItemPage({ meeting, mechanism, item, state }: AgendaItemPageProps) {
  const { t, language } = usePage();
  const href = `/meetings/${meeting.id}`;
  const current = state.conflict?.current as AgendaItem | undefined;
  const fields = { title: t('agenda.title'), speaker: t('agenda.speaker') };
  return (
    <Layout
      title={t(item ? 'agenda.editTitle' : 'agenda.new')}
      crumbs={[...crumbsOf(t, mechanism), { label: rendition(meeting.title, language).text, href }]}
    >
      <Conflict state={state}>
        {current && <Versions fields={fields} current={{ ...current }} typed={state.values} />}
      </Conflict>
      <Form
        action={item ? `/agenda-items/${item.id}` : `${href}/agenda`}
        state={state}
        submit={t(item ? 'form.save' : 'agenda.create')}
        cancel={`${href}#agenda`}
      >
        {item && <Hidden name="version" value={current?.version ?? Number(state.values.version)} />}
        <LocalizedFields
          name="title"
          label={t('agenda.title')}
          languages={mechanism.languages}
          startWith={item ? undefined : language}
          required
        />
        <TextField name="speaker" label={t('agenda.speaker')} hint={t('agenda.speakerHint')} />
      </Form>
    </Layout>
  );
}
