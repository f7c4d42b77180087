import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Meeting } from './meeting.entity.js';

interface Field {
  /** In the form, in a comparison and on the page. */
  label: TextKey;
  /** Its values are codes, whose names are in this part of the catalogue. */
  names?: 'meetingType' | 'meetingState' | 'compactAnswer' | 'datePrecision';
  /** Shown on the page of the meeting among its facts. */
  fact?: true;
  /** Found by search; `name`: but not shown in a snippet, since it stands beside the result. */
  search?: 'title' | 'text' | 'name';
  /** Name in the history when it is another one; null when it is not in there. Its label is `history.field.<name>`. */
  history?: string | null;
}

/**
 * What people enter of a meeting. Page, comparison, history, API and search follow this list, in its order;
 * the form (`views/meeting-form.tsx`) lays its fields out by hand and takes the labels from here.
 */
export const MEETING_FIELDS = {
  title: { label: 'meeting.title', search: 'title' },
  place: { label: 'meeting.place', search: 'name', fact: true },
  type: { label: 'meeting.type', names: 'meetingType', fact: true },
  datePrecision: { label: 'meeting.datePrecision', names: 'datePrecision', history: null },
  firstDay: { label: 'meeting.firstDay' },
  lastDay: { label: 'meeting.lastDay' },
  startTime: { label: 'meeting.startTime' },
  endTime: { label: 'meeting.endTime' },
  zone: { label: 'account.zone' },
  // In the history, `state` alone is the name of a State's code.
  state: { label: 'meeting.state', names: 'meetingState', fact: true, history: 'meetingState' },
  compact: { label: 'meeting.compact', names: 'compactAnswer', fact: true },
  note: { label: 'meeting.note', search: 'text' },
  isPublic: { label: 'meeting.readers' },
} as const satisfies Partial<Record<keyof Meeting, Field>>;

export type MeetingField = keyof typeof MEETING_FIELDS;

export const meetingFields = Object.entries(MEETING_FIELDS) as [MeetingField, Field][];
