import { subjectResource } from '../subjects/subject.resource.js';
import type { PlannedMessage, Preview } from './reminder-preview.service.js';

export const previewResource = ({ messages, unreached }: Preview) => ({
  messages: messages.map(({ day, person, lines }: PlannedMessage) => ({
    day,
    person,
    lines: lines.map(({ item, ...line }) => ({ item: subjectResource(item), ...line })),
  })),
  unreached: unreached.map(subjectResource),
});
