import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { ConversationMessage, ConversationRead } from './conversation.entity.js';
import { ConversationMail } from './conversation-mail.js';
import { conversationKeyOf } from './conversation-address.js';
import {
  ConversationSubjects,
  type ConversationKey,
  type ConversationSubject,
} from './conversation-subjects.js';

/** So many of the latest messages are shown. */
const MOST = 500;

export interface Conversation extends ConversationKey, ConversationSubject {
  messages: ConversationMessage[];
}
export interface Unread extends ConversationKey, ConversationSubject {
  count: number;
}

/** Messages about a subject, between those whom the subject's feature lets in. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: ConversationMail,
    private readonly subjects: ConversationSubjects,
  ) {}

  /** The conversation, oldest message first. Throws NotFoundError when for this actor there is none. */
  async open(actor: Actor, place: ConversationKey): Promise<Conversation> {
    const found = await this.subjects.open(actor, place);
    const messages = await this.unitOfWork.read.find(ConversationMessage, {
      where: whereOf(place),
      order: { at: 'DESC', id: 'DESC' },
      take: MOST,
    });
    return { ...place, ...found, messages: messages.reverse() };
  }

  /** Says something; the others are told by mail that there is something, and not what. Throws ForbiddenError to readers. */
  async write(actor: Actor, place: ConversationKey, text: string): Promise<ConversationMessage> {
    const { voice } = await this.subjects.open(actor, place);
    if (!voice) throw new ForbiddenError('error.conversationReadOnly');
    const people = await this.subjects.people(place);
    const message = Object.assign(new ConversationMessage(), {
      ...whereOf(place),
      id: uuid(),
      authorId: actor.accountId,
      authorName: actor.name,
      voice,
      text,
      at: this.clock.now(),
      withdrawnAt: null,
    });
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(ConversationMessage, message);
      await this.record(actor, 'conversation.write', message);
      await this.outbox.post(this.mail, message, people, actor);
    });
    return message;
  }

  /** Takes one's own message back: its words go, a mark stays. Throws NotFoundError, and ForbiddenError to others. */
  async withdraw(actor: Actor, id: string): Promise<ConversationKey> {
    const message = await this.unitOfWork.read.findOneBy(ConversationMessage, { id });
    if (!message) throw new NotFoundError('message');
    const place = conversationKeyOf(message);
    await this.subjects.open(actor, place);
    if (!actor.accountId || message.authorId !== actor.accountId)
      throw new ForbiddenError('error.notYourMessage');
    await this.unitOfWork.run(async (manager) => {
      const gone = { text: '', withdrawnAt: this.clock.now() };
      const changed = await manager.update(ConversationMessage, { id, withdrawnAt: IsNull() }, gone);
      if (changed.affected) await this.record(actor, 'conversation.withdraw', message);
    });
    return place;
  }

  /** Notes that the person has read all there is by now. */
  async markRead(actor: Actor, { messages, kind, id, scope }: Conversation): Promise<void> {
    const last = messages.at(-1);
    if (!last || !actor.accountId) return;
    const key = { accountId: actor.accountId, subjectKind: kind, subjectId: id, scope };
    const known = await this.unitOfWork.read.findOneBy(ConversationRead, key);
    if (known && known.readAt >= last.at) return;
    await this.unitOfWork.run((manager) =>
      manager.upsert(ConversationRead, { ...key, readAt: last.at }, Object.keys(key)),
    );
  }

  /** Conversations with something the person has not read, as far as they are still in reach. */
  async unread(actor: Actor): Promise<Unread[]> {
    const scopes = [...new Set(actor.grants.map((grant) => grant.scope))];
    if (scopes.length === 0 || !actor.accountId) return [];
    const rows = await this.unitOfWork.read
      .createQueryBuilder(ConversationMessage, 'message')
      .leftJoin(
        ConversationRead,
        'seen',
        // On one line: TypeORM finds no property name before a line break.
        'seen.accountId = :accountId AND seen.subjectKind = message.subjectKind AND seen.subjectId = message.subjectId AND seen.scope = message.scope',
        { accountId: actor.accountId },
      )
      .where('message.withdrawnAt IS NULL AND message.authorId <> :accountId')
      .andWhere('(seen.readAt IS NULL OR message.at > seen.readAt)')
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
      const place = { kind, id, scope };
      const here = await this.subjects.find(actor, place);
      if (here) found.push({ ...place, ...here, count: Number(count) });
    }
    return found;
  }

  /** Whom it concerns read it here; the scope is the subject's own id, which nobody's history is read by. */
  private record(actor: Actor, action: string, message: ConversationMessage): Promise<void> {
    const { id, subjectId: scope } = message;
    return this.history.record(actor, { action, subjectKind: 'message', subjectId: id, scope });
  }
}

const whereOf = ({ kind, id, scope }: ConversationKey) => ({ subjectKind: kind, subjectId: id, scope });
