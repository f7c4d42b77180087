import type { AdoptedPlan, Meeting, MeetingDocument } from './meeting.entity.js';

/** A meeting as the API shows it. */
export const meetingResource = (meeting: Meeting) => ({
  id: meeting.id,
  mechanismId: meeting.mechanismId,
  type: meeting.type,
  title: meeting.title,
  place: meeting.place,
  datePrecision: meeting.datePrecision,
  firstDay: meeting.firstDay,
  lastDay: meeting.lastDay,
  startTime: meeting.startTime,
  endTime: meeting.endTime,
  zone: meeting.zone,
  state: meeting.state,
  compact: meeting.compact,
  note: meeting.note,
  isPublic: meeting.isPublic,
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
