import { subjectResource } from '../subjects/subject.resource.js';
import type { DeliveryRecord } from './deliveries.service.js';

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
