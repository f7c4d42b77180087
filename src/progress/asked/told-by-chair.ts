import { type EntityManager, In, IsNull } from 'typeorm';
import { ConversationMessage } from '../../conversations/conversation.entity.js';
import type { Day } from '../../platform/i18n/day.js';
import { ITEM_TALK } from './item-conversation.js';

/** By item, the day on which its chair last told the secretariat how it stands; no entry where it has not. */
export async function toldByChair(
  read: EntityManager,
  itemIds: readonly string[],
): Promise<Map<string, Day>> {
  const messages = await read.find(ConversationMessage, {
    select: { id: true, subjectId: true, at: true },
    where: { subjectKind: ITEM_TALK, subjectId: In(itemIds), voice: 'chair', withdrawnAt: IsNull() },
    order: { at: 'ASC' },
  });
  return new Map(messages.map(({ subjectId, at }) => [subjectId, at.toISOString().slice(0, 10)]));
}
