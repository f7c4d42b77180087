import type { DeliveryRecord } from './deliveries.service.js';
import type { ReminderRule } from './reminder.entity.js';

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
  item,
  dueDay: delivery.dueDay,
  enteredAt: delivery.createdAt.toISOString(),
  state,
  at: at?.toISOString() ?? null,
  reason,
  error,
});
