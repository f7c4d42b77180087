import type { Localized } from '../../platform/i18n/localized.js';
import { ownerShort } from '../decisions/addressees.js';
import type { Decision } from '../decisions/decision.entity.js';
import type { AgendaItem, Meeting } from './meeting.entity.js';
import { type MeetingField, meetingFields } from './meeting.fields.js';

/** The original of a text, for the history. */
export const originalOf = ({ original, texts }: Localized): string => texts[original] ?? '';

const recorded = (value: Meeting[MeetingField]) =>
  value !== null && typeof value === 'object' ? originalOf(value) : value;

/** A meeting in the history. */
export const recordOf = (meeting: Meeting): Record<string, unknown> =>
  Object.fromEntries(
    meetingFields
      .filter(([, { history }]) => history !== null)
      .map(([field, { history }]) => [history ?? field, recorded(meeting[field])]),
  );

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
