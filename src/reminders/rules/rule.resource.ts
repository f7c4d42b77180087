import type { ReminderRule } from '../reminder.entity.js';

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
