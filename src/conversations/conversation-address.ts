import type { ConversationMessage } from './conversation.entity.js';
import type { Place } from './conversation-places.js';

export const placeOf = ({ subjectKind, subjectId, scope }: ConversationMessage): Place => ({
  kind: subjectKind,
  id: subjectId,
  scope,
});

/** Where a conversation is read. */
export const addressOf = ({ kind, id, scope }: Place) => `/conversations/${kind}/${id}/${scope}`;
