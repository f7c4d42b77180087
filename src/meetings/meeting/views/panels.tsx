import { rendition } from '../../../platform/i18n/localized.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { TableSection } from '../../../platform/web/table.js';
import type { Decision } from '../../decisions/decision.entity.js';
import type { Meeting } from '../meeting.entity.js';
import { addresseesLabel, When } from './labels.js';
import { useDecisionName } from '../../decisions/views/decisions.js';

/** On a mechanism's overview: when its people meet next. */
export function NextMeetingsPanel({
  mechanismId,
  meetings,
}: {
  mechanismId: string;
  meetings: readonly Meeting[];
}) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('meeting.next')}</h2>
      {meetings.length === 0 && <p class="quiet">{t('meeting.upcomingNone')}</p>}
      <ul class="plain">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <a href={`/meetings/${meeting.id}`}>
              <LocalizedText value={meeting.title} />
            </a>
            <br />
            <span class="quiet">
              <When meeting={meeting} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/mechanisms/${mechanismId}/meetings`}>{t('meeting.all')}</a>
      </p>
    </section>
  );
}

const EXCERPT = 300;

/** On an item's page: what meetings decided about it. Nothing says what became of it. */
export function DecisionsAboutPanel({ decisions }: { decisions: readonly Decision[] }) {
  const { t, language } = usePage();
  const name = useDecisionName();
  return (
    <TableSection
      caption={t('decision.about')}
      rows={decisions}
      empty={t('decision.none')}
      columns={[
        {
          label: t('decision.decision'),
          heading: true,
          cell: (decision) => (
            <a href={`/meetings/${decision.meetingId}#decision-${decision.id}`}>
              <bdi>{name(decision)}</bdi>
            </a>
          ),
        },
        { label: t('decision.text'), cell: (decision) => <Excerpt decision={decision} /> },
        {
          label: t('decision.addressees'),
          cell: ({ addressees }) => addresseesLabel(addressees, t, language),
        },
        {
          label: t('meeting.meeting'),
          cell: ({ meeting }) => (
            <>
              <LocalizedText value={meeting.title} />, <When meeting={meeting} />
            </>
          ),
        },
      ]}
    />
  );
}

function Excerpt({ decision }: { decision: Decision }) {
  const { language } = usePage();
  const { text, language: shown } = rendition(decision.text, language);
  return (
    <span lang={shown} dir="auto">
      {text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}…` : text}
    </span>
  );
}

/** On a plan's page: which meeting adopted it. */
export function AdoptedByPanel({ meeting }: { meeting: Meeting }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('meeting.adoptedBy')}</h2>
      <p>
        <a href={`/meetings/${meeting.id}`}>
          <LocalizedText value={meeting.title} />
        </a>
        , <When meeting={meeting} />
      </p>
    </section>
  );
}
