import type { Localized } from '../../platform/i18n/localized.js';
import { ownerShort } from '../decisions/addressees.js';
import type { Decision } from '../decisions/decision.entity.js';
import type { AgendaItem, Meeting } from './meeting.entity.js';

/** The original of a text, for the history. */
export const originalOf = ({ original, texts }: Localized): string => texts[original] ?? '';

/** A meeting in the history. Its state is `meetingState` there: `state` is a State's. */
export const recordOf = (meeting: Meeting) => ({
  title: originalOf(meeting.title),
  type: meeting.type,
  place: meeting.place,
  firstDay: meeting.firstDay,
  lastDay: meeting.lastDay,
  startTime: meeting.startTime,
  endTime: meeting.endTime,
  zone: meeting.zone,
  meetingState: meeting.state,
  compact: meeting.compact,
  note: meeting.note && originalOf(meeting.note),
  isPublic: meeting.isPublic,
});

export const recordOfAgenda = (item: Pick<AgendaItem, 'title' | 'speaker'>) => ({
  title: originalOf(item.title),
  speaker: item.speaker,
});

export const recordOfDecision = (
  decision: Pick<Decision, 'number' | 'verb' | 'ownVerb' | 'addressees' | 'text' | 'dueDay'>,
  items: readonly { code: string }[],
) => ({
  number: decision.number,
  verb: decision.ownVerb ?? decision.verb,
  addressees: decision.addressees.map(ownerShort),
  text: originalOf(decision.text),
  dueDay: decision.dueDay,
  items: items.map(({ code }) => code),
});
