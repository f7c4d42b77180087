import { z } from 'zod';
import { text } from '../platform/http/input.js';
import type { ConversationMessage } from './conversation.entity.js';

export const messageInput = z.object({ text: text(10_000) });
export type MessageInput = z.output<typeof messageInput>;

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
