import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { ComponentChildren } from 'preact';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { type Column, Table } from '../../../platform/web/table.js';
import type { Meeting } from '../meeting.entity.js';
import { StateTag, When } from './labels.js';

interface MeetingsTableProps {
  caption: string;
  meetings: readonly Meeting[];
  empty: ComponentChildren;
  /** Where the list holds meetings of several mechanisms: to name them. */
  mechanisms?: readonly Mechanism[];
}

export function MeetingsTable({ caption, meetings, empty, mechanisms }: MeetingsTableProps) {
  const { t, language } = usePage();
  const names = new Map(mechanisms?.map((one) => [one.id, shortNameIn(one, language)]));
  const mechanism: Column<Meeting> = {
    label: t('meeting.mechanism'),
    cell: ({ mechanismId }) => (
      <a href={`/mechanisms/${mechanismId}`}>
        <bdi>{names.get(mechanismId) ?? mechanismId}</bdi>
      </a>
    ),
  };
  const columns: Column<Meeting>[] = [
    {
      label: t('meeting.meeting'),
      heading: true,
      cell: (meeting) => (
        <>
          <a href={`/meetings/${meeting.id}`}>
            <LocalizedText value={meeting.title} />
          </a>{' '}
          <StateTag meeting={meeting} />
        </>
      ),
    },
    ...(mechanisms ? [mechanism] : []),
    { label: t('meeting.when'), cell: (meeting) => <When meeting={meeting} /> },
    { label: t('meeting.place'), cell: ({ place }) => place && <bdi>{place}</bdi> },
    { label: t('meeting.type'), cell: ({ type }) => t(`meetingType.${type}`) },
  ];
  return <Table caption={caption} rows={meetings} empty={empty} columns={columns} />;
}
