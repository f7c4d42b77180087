import type { AuditEvent } from '../platform/database/history.js';
import type { TextKey, Translate } from '../platform/i18n/i18n.js';

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/**
 * What an action means in words: the key `history.<action>` of the catalogue, which each feature gives for its
 * own actions and which may use the values recorded. The action's code where the catalogue has none.
 */
export function sentenceOf(event: Pick<AuditEvent, 'action' | 'before' | 'after'>, t: Translate): string {
  const key = `history.${event.action}`;
  const fields = { ...fieldsOf(event.before), ...fieldsOf(event.after) };
  // Under `replace`, a field that is named like one of i18next's options ("context") is a value all the same.
  const replace = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, words(value) ?? '']),
  );
  const sentence = t(key as TextKey, {
    replace,
    ...(typeof fields.count === 'number' && { count: fields.count }),
  });
  return sentence === key ? event.action : sentence;
}

/** The fields that changed, in the order they were recorded. */
export function changesOf(event: Pick<AuditEvent, 'before' | 'after'>): FieldChange[] {
  const before = fieldsOf(event.before);
  const after = fieldsOf(event.after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({ field, before: words(before[field]), after: words(after[field]) }));
}

export const eventJson = (event: AuditEvent, t: Translate) => ({
  id: event.id,
  at: event.at.toISOString(),
  by: { id: event.accountId, name: event.actorName },
  action: event.action,
  text: sentenceOf(event, t),
  subject: { kind: event.subjectKind, id: event.subjectId },
  scope: event.scope,
  before: event.before,
  after: event.after,
});

/** A recorded value that is not a set of fields is shown as one. */
function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { value };
}

function words(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((one) => words(one) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
