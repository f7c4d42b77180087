import { Injectable } from '@nestjs/common';
import { In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { ConversationMessage, ConversationRead } from './conversation.entity.js';
import {
  type ConversationKey,
  type ConversationSubject,
  ConversationSubjects,
} from './conversation-subjects.js';

export interface Unread extends ConversationKey, ConversationSubject {
  count: number;
}

/** Finds what a person has not read yet. */
@Injectable()
export class UnreadConversationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ConversationSubjects,
  ) {}

  /** Conversations with something the person has not read, as far as they are still in reach. */
  async list(actor: Actor): Promise<Unread[]> {
    const scopes = [...new Set(actor.grants.map((grant) => grant.scope))];
    if (scopes.length === 0 || !actor.accountId) return [];
    const rows = await this.unread(actor)
      .andWhere({ scope: In(scopes) })
      .select('message.subjectKind', 'kind')
      .addSelect('message.subjectId', 'id')
      .addSelect('message.scope', 'scope')
      .addSelect('COUNT(*)', 'count')
      .groupBy('message.subjectKind')
      .addGroupBy('message.subjectId')
      .addGroupBy('message.scope')
      .orderBy('MAX(message.at)', 'DESC')
      .getRawMany<ConversationKey & { count: string }>();
    const found: Unread[] = [];
    for (const { kind, id, scope, count } of rows) {
      const key = { kind, id, scope };
      const here = await this.subjects.find(actor, key);
      const closedUntil = here?.closedUntil;
      const unread = closedUntil ? await this.unreadSince(actor, key, closedUntil) : Number(count);
      if (here && unread > 0) found.push({ ...key, ...here, count: unread });
    }
    return found;
  }

  /** Of a conversation that is closed to the person up to a moment, what came after. */
  private unreadSince(actor: Actor, { kind, id, scope }: ConversationKey, since: Date): Promise<number> {
    return this.unread(actor)
      .andWhere({ subjectKind: kind, subjectId: id, scope, at: MoreThan(since) })
      .getCount();
  }

  /** Messages of others that the person has not read. */
  private unread({ accountId }: Actor): SelectQueryBuilder<ConversationMessage> {
    return this.unitOfWork.read
      .createQueryBuilder(ConversationMessage, 'message')
      .leftJoin(
        ConversationRead,
        'seen',
        // On one line: TypeORM finds no property name before a line break.
        'seen.accountId = :accountId AND seen.subjectKind = message.subjectKind AND seen.subjectId = message.subjectId AND seen.scope = message.scope',
        { accountId },
      )
      .where('message.withdrawnAt IS NULL AND message.authorId <> :accountId')
      .andWhere('(seen.readAt IS NULL OR message.at > seen.readAt)');
  }
}
