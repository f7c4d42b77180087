import type { AuditEvent } from '../platform/database/history.js';
import { nameOf, sentenceOf } from './event.view.js';
import type { HistorySubject } from './history-subjects.js';

/** An event as the API shows it, with its sentence in the reader's language and the name of what it is about. */
export const eventResource = (event: AuditEvent, language: string, about?: HistorySubject) => ({
  id: event.id,
  at: event.at.toISOString(),
  by: { id: event.accountId, name: event.actorName },
  action: event.action,
  text: sentenceOf(event, language),
  subject: { kind: event.subjectKind, id: event.subjectId, name: about ? nameOf(about, language) : null },
  scope: event.scope,
  before: event.before,
  after: event.after,
});
