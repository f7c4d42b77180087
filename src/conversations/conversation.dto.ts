import { LongText } from '../platform/http/fields.js';
import type { ConversationMessage } from './conversation.entity.js';

export class MessageInput {
  @LongText(10_000) text!: string;
}

/** A message as the API shows it. */
export function messageResource({
  id,
  authorName,
  voice,
  text: words,
  at,
  withdrawnAt,
}: ConversationMessage) {
  return { id, authorName, voice, text: withdrawnAt ? null : words, at, withdrawnAt };
}
