import type { AdoptedPlan, Meeting, MeetingDocument } from './meeting.entity.js';
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

export const documentResource = ({ id, meetingId, output, title, url }: MeetingDocument) => ({
  id,
  meetingId,
  output,
  title,
  url,
});

export const adoptedPlanResource = ({ planId, plan }: AdoptedPlan) => ({ planId, title: plan.title });
