import type { ConversationMessage } from './conversation.entity.js';
import type { ConversationKey } from './conversation-subjects.js';

export const conversationKeyOf = ({
  subjectKind,
  subjectId,
  scope,
}: ConversationMessage): ConversationKey => ({
  kind: subjectKind,
  id: subjectId,
  scope,
});

/** Where a conversation is read. */
export const addressOf = ({ kind, id, scope }: ConversationKey) => `/conversations/${kind}/${id}/${scope}`;
