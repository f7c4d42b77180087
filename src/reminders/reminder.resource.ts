import type { DeliveryRecord } from './deliveries.service.js';
import type { PlannedMessage, Preview } from './rules/preview.service.js';
import type { ReminderRule } from './reminder.entity.js';
import type { SubjectDescription } from './subjects/reminder-subject.js';

/** A rule as the JSON API answers it. */
export const ruleResource = ({
  id,
  mechanismId,
  kind,
  days,
  recurrence,
  about,
  planId,
  enabled,
  since,
  version,
}: ReminderRule) => ({
  id,
  mechanismId,
  kind,
  days,
  recurrence,
  about,
  planId,
  enabled,
  since: since.toISOString(),
  version,
});

export const deliveryResource = ({
  delivery,
  person,
  item,
  rule,
  state,
  at,
  reason,
  error,
}: DeliveryRecord) => ({
  id: delivery.id,
  mechanismId: delivery.mechanismId,
  ruleId: delivery.ruleId,
  kind: rule?.kind ?? null,
  person,
  item: item && subjectResource(item),
  dueDay: delivery.dueDay,
  enteredAt: delivery.createdAt.toISOString(),
  state,
  at: at?.toISOString() ?? null,
  reason,
  error,
});

export const previewResource = ({ messages, unreached }: Preview) => ({
  messages: messages.map(({ day, person, lines }: PlannedMessage) => ({
    day,
    person,
    lines: lines.map(({ item, ...line }) => ({ item: subjectResource(item), ...line })),
  })),
  unreached: unreached.map(subjectResource),
});

const subjectResource = ({ kind, id, code, title, mechanismId }: SubjectDescription) => ({
  kind,
  id,
  code,
  title,
  mechanismId,
});
