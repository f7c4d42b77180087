import { type MeetingType, meetingTypes, type MeetingTypeDefinition } from './meeting-types.data.js';

export const MEETING_TYPES = meetingTypes.map(({ code }) => code) as [MeetingType, ...MeetingType[]];

/** `postponed`: put off, and the new day is not known yet; once it is, the meeting is planned again. */
export const MEETING_STATES = ['planned', 'held', 'cancelled', 'postponed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** How much of the date is known. */
export const DATE_PRECISIONS = ['day', 'month'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** Whether the Compact is a standing item of the agenda: the answers of the review's questionnaire (2019, figure 4). */
export const COMPACT_ANSWERS = ['yes', 'planned', 'not-known', 'no'] as const;
export type CompactAnswer = (typeof COMPACT_ANSWERS)[number];

/** How decisions usually begin; `other` comes with a word of its own. */
export const DECISION_VERBS = [
  'adopt',
  'endorse',
  'approve',
  'agree',
  'decide',
  'take-note',
  'welcome',
  'request',
  'invite',
  'encourage',
  'call-upon',
  'recommend',
  'mandate',
  'establish',
  'reaffirm',
  'other',
] as const;
export type DecisionVerb = (typeof DECISION_VERBS)[number];

/** The types to choose from: first those that the mechanism was seen to hold. */
export function typesFor(mechanismId: string): MeetingType[] {
  const known = ({ seenAt }: MeetingTypeDefinition) => seenAt.includes(mechanismId);
  return [...meetingTypes.filter(known), ...meetingTypes.filter((type) => !known(type))].map(
    ({ code }) => code,
  );
}
