import type { AgendaItem } from '../meeting/meeting.entity.js';

export const agendaItemResource = ({ id, meetingId, position, title, speaker, version }: AgendaItem) => ({
  id,
  meetingId,
  position,
  title,
  speaker,
  version,
});
