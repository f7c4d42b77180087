import { zoneName } from '../../../platform/i18n/zones.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { crumbsOf } from '../../../mechanisms/mechanism/views/parts.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { zoneOptions } from '../../../platform/web/zone-options.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Meeting } from '../meeting.entity.js';
import { MEETING_FIELDS, meetingFields } from '../meeting.fields.js';
import { COMPACT_ANSWERS, DATE_PRECISIONS, MEETING_STATES, typesFor } from '../vocabulary.js';
import { Versions } from './versions.js';

interface MeetingFormProps {
  mechanism: Mechanism;
  /** Null for a new one. */
  meeting: Meeting | null;
  state: FormState;
}

export function MeetingFormPage({ mechanism, meeting, state }: MeetingFormProps) {
  const { t, language } = usePage();
  const list = { label: t('meeting.meetings'), href: `/mechanisms/${mechanism.id}/meetings` };
  const itself = meeting && {
    label: rendition(meeting.title, language).text,
    href: `/meetings/${meeting.id}`,
  };
  const current = state.conflict?.current as Meeting | undefined;
  return (
    <Layout
      title={t(meeting ? 'meeting.edit' : 'meeting.new')}
      crumbs={[...crumbsOf(t, mechanism), list, ...(itself ? [itself] : [])]}
    >
      <Conflict state={state}>{current && <BothVersions current={current} typed={state.values} />}</Conflict>
      <Form
        action={itself?.href ?? list.href}
        state={state}
        submit={t(meeting ? 'form.save' : 'meeting.create')}
        cancel={itself?.href ?? list.href}
      >
        {meeting && <Hidden name="version" value={current?.version ?? Number(state.values.version)} />}
        <LocalizedFields
          name="title"
          label={t(MEETING_FIELDS.title.label)}
          languages={mechanism.languages}
          startWith={meeting ? undefined : language}
          required
        />
        <Select
          name="type"
          label={t(MEETING_FIELDS.type.label)}
          empty={t('decision.chooseVerb')}
          options={typesFor(mechanism.id).map((value) => ({ value, label: t(`meetingType.${value}`) }))}
          required
        />
        <Select
          name="state"
          label={t(MEETING_FIELDS.state.label)}
          hint={t('meeting.stateHint')}
          options={MEETING_STATES.map((value) => ({ value, label: t(`meetingState.${value}`) }))}
          required
        />
        <WhenFields zone={mechanism.zone} />
        <TextField name="place" label={t(MEETING_FIELDS.place.label)} hint={t('meeting.placeHint')} />
        <Choices
          name="compact"
          label={t(MEETING_FIELDS.compact.label)}
          options={COMPACT_ANSWERS.map((value) => ({ value, label: t(`compactAnswer.${value}`) }))}
          required
        />
        <LocalizedFields
          name="note"
          label={t(MEETING_FIELDS.note.label)}
          languages={mechanism.languages}
          startWith={meeting ? undefined : language}
          long
        />
        <CheckBox name="isPublic" label={t('meeting.isPublic')} hint={t('meeting.isPublicHint')} />
      </Form>
    </Layout>
  );
}

function WhenFields({ zone }: { zone: string }) {
  const { t, language } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('meeting.when')}</legend>
      <p class="hint">{t('meeting.whenHint')}</p>
      <div class="pair">
        <Select
          name="datePrecision"
          label={t(MEETING_FIELDS.datePrecision.label)}
          options={DATE_PRECISIONS.map((value) => ({ value, label: t(`datePrecision.${value}`) }))}
          required
        />
        <TextField name="firstDay" type="date" label={t(MEETING_FIELDS.firstDay.label)} required />
        <TextField name="lastDay" type="date" label={t(MEETING_FIELDS.lastDay.label)} />
      </div>
      <div class="pair">
        <TextField name="startTime" type="time" label={t(MEETING_FIELDS.startTime.label)} />
        <TextField name="endTime" type="time" label={t(MEETING_FIELDS.endTime.label)} />
        <Select
          name="zone"
          label={t(MEETING_FIELDS.zone.label)}
          empty={t('meeting.zoneOf', { zone: zoneName(zone, language) })}
          options={zoneOptions(language, zone)}
        />
      </div>
    </fieldset>
  );
}

function BothVersions({ current, typed }: { current: Meeting; typed: Record<string, unknown> }) {
  const { t } = usePage();
  const fields = Object.fromEntries(meetingFields.map(([field, { label }]) => [field, t(label)]));
  const words = (field: string, value: string) => {
    if (field === 'isPublic') return t('meeting.public');
    const names = meetingFields.find(([name]) => name === field)?.[1].names;
    return names ? t(`${names}.${value}` as TextKey) : value;
  };
  return <Versions fields={fields} current={{ ...current }} typed={typed} words={words} />;
}
