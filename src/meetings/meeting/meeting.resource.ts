import type { Decision } from '../decisions/decision.entity.js';
import type { AdoptedPlan, AgendaItem, Meeting, MeetingDocument } from './meeting.entity.js';
import { ownerShort } from '../decisions/addressees.js';
import { type MeetingField, meetingFields } from './meeting.fields.js';

/** A meeting as the API shows it. */
export const meetingResource = (meeting: Meeting) => ({
  id: meeting.id,
  mechanismId: meeting.mechanismId,
  ...(Object.fromEntries(meetingFields.map(([field]) => [field, meeting[field]])) as Pick<
    Meeting,
    MeetingField
  >),
  version: meeting.version,
});

export const agendaItemResource = ({ id, meetingId, position, title, speaker, version }: AgendaItem) => ({
  id,
  meetingId,
  position,
  title,
  speaker,
  version,
});

export const documentResource = ({ id, meetingId, output, title, url }: MeetingDocument) => ({
  id,
  meetingId,
  output,
  title,
  url,
});

export const adoptedPlanResource = ({ planId, plan }: AdoptedPlan) => ({ planId, title: plan.title });

const wordsOf = ({ number, verb, ownVerb, addressees, text, dueDay }: Omit<Decision, 'meeting'>) => ({
  number,
  verb,
  ownVerb,
  addressees: addressees.map(ownerShort),
  text,
  dueDay,
});

/** A decision as the API shows it, with the items the actor may read. */
export const decisionResource = (decision: Decision) => ({
  id: decision.id,
  meetingId: decision.meetingId,
  position: decision.position,
  ...wordsOf(decision),
  items: decision.items.map(({ itemId }) => itemId),
  version: decision.version,
});

/** A decision on a plan item's side: with the meeting it was taken at. */
export const decisionAboutResource = ({ meeting, ...decision }: Decision) => ({
  id: decision.id,
  ...wordsOf(decision),
  meeting: meetingResource(meeting),
});
