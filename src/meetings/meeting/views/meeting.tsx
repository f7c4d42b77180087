import type { JSX } from 'preact';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { Layout } from '../../../platform/web/layout.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import type { Meeting } from '../meeting.entity.js';
import { type MeetingField, meetingFields } from '../meeting.fields.js';
import type { WholeMeeting } from '../meeting-view.service.js';
import { Agenda } from '../../agenda/views/agenda.js';
import { Decisions } from '../../decisions/views/decisions.js';
import { When } from './labels.js';
import { AdoptedPlans, Documents } from './meeting-links.js';

interface MeetingPageProps extends WholeMeeting {
  mechanism: Mechanism;
  /** What features further down add. */
  panels: JSX.Element[];
}

export function MeetingPage({ mechanism, panels, ...whole }: MeetingPageProps) {
  const { t, language } = usePage();
  const { meeting, editable } = whole;
  const title = rendition(meeting.title, language);
  const note = meeting.note && rendition(meeting.note, language);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('meeting.meetings'), href: `/mechanisms/${mechanism.id}/meetings` },
      ]}
      actions={<MeetingActions meeting={meeting} editable={editable} />}
    >
      <MeetingFacts meeting={meeting} />
      {note && <Prose text={note.text} language={note.language} />}
      <Agenda meeting={meeting} agenda={whole.agenda} editable={editable} />
      <Decisions meeting={meeting} decisions={whole.decisions} editable={editable} />
      <Documents meeting={meeting} documents={whole.documents} editable={editable} />
      <AdoptedPlans meeting={meeting} adopted={whole.adopted} plans={whole.plans} editable={editable} />
      {panels}
    </Layout>
  );
}

function MeetingActions({ meeting: { id }, editable }: { meeting: Meeting; editable: boolean }) {
  const { t } = usePage();
  return (
    <>
      {editable && (
        <a class="button second" href={`/meetings/${id}/edit`}>
          {t('meeting.edit')}
        </a>
      )}
      <a href={`/meetings/${id}.ics`}>{t('calendar.add')}</a>
      {editable && <a href={`/meetings/${id}/removal`}>{t('meeting.remove')}</a>}
    </>
  );
}

const shown = meetingFields.filter(([, { fact }]) => fact);

function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const { t } = usePage();
  const wordsOf = (field: MeetingField, names?: string) => {
    const value = meeting[field] as string | null;
    return names ? t(`${names}.${value}` as TextKey) : value && <bdi>{value}</bdi>;
  };
  return (
    <Facts
      facts={[
        { label: t('meeting.when'), value: <When meeting={meeting} /> },
        ...shown.map(([field, { label, names }]) => ({ label: t(label), value: wordsOf(field, names) })),
        { label: t('meeting.readers'), value: t(meeting.isPublic ? 'meeting.public' : 'meeting.closed') },
      ]}
    />
  );
}
