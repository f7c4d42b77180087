import type { AuditEvent } from '../platform/database/history.js';
import { sentenceOf } from './event.view.js';

/** An event as the API shows it, with its sentence in the reader's language. */
export const eventResource = (event: AuditEvent, language: string) => ({
  id: event.id,
  at: event.at.toISOString(),
  by: { id: event.accountId, name: event.actorName },
  action: event.action,
  text: sentenceOf(event, language),
  subject: { kind: event.subjectKind, id: event.subjectId },
  scope: event.scope,
  before: event.before,
  after: event.after,
});
