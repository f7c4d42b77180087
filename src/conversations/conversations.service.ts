import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../gate/deed.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { stateOf } from '../gate/state-of.js';
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
  /** Whether there are older ones, which are not shown. */
  cut: boolean;
}

/** Messages about a subject, between those whom the subject's feature lets in. */
@Injectable()
export class ConversationsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: ConversationMail,
    private readonly subjects: ConversationSubjects,
    private readonly gate: DelegationGate,
  ) {}

  onModuleInit(): void {
    this.gate.add('message', {
      perform: (manager, actor, { payload }: Deed<ConversationMessage>) =>
        this.performMessage(manager, actor, payload),
    });
  }

  /** The conversation, oldest message first. Throws NotFoundError when for this actor there is none. */
  async open(actor: Actor, key: ConversationKey): Promise<Conversation> {
    const found = await this.subjects.open(actor, key);
    const messages = await this.unitOfWork.read.find(ConversationMessage, {
      where: { ...whereOf(key), ...(found.closedUntil && { at: MoreThan(found.closedUntil) }) },
      order: { at: 'DESC', id: 'DESC' },
      take: MOST + 1,
    });
    const cut = messages.length > MOST;
    return { ...key, ...found, messages: messages.slice(0, MOST).reverse(), cut };
  }

  /** Says something; the others are notified by mail that there is a message, not of what it says. Throws ForbiddenError to readers. */
  async write(actor: Actor, key: ConversationKey, text: string): Promise<ConversationMessage> {
    const { voice } = await this.subjects.open(actor, key);
    if (!voice) throw new ForbiddenError('error.conversationReadOnly');
    const message: ConversationMessage = Object.assign(new ConversationMessage(), {
      ...whereOf(key),
      id: uuid(),
      authorId: actor.accountId,
      authorName: actor.name,
      voice,
      text,
      at: this.clock.now(),
      withdrawnAt: null,
    });
    await this.gate.pass(actor, messageDeed(message));
    return message;
  }

  private async performMessage(
    manager: EntityManager,
    actor: Actor,
    message: ConversationMessage,
  ): Promise<void> {
    const people = await this.subjects.people(conversationKeyOf(message));
    await manager.insert(ConversationMessage, message);
    await this.record(actor, 'conversation.write', message);
    await this.outbox.post(this.mail, { id: message.id, message }, people, actor);
  }

  /** A message of the actor's own. Throws NotFoundError or ForbiddenError. */
  async findOwn(actor: Actor, id: string): Promise<ConversationMessage> {
    const message = await this.unitOfWork.read.findOneBy(ConversationMessage, { id });
    if (!message) throw new NotFoundError('message');
    await this.subjects.open(actor, conversationKeyOf(message));
    if (!actor.accountId || message.authorId !== actor.accountId)
      throw new ForbiddenError('error.notYourMessage');
    return message;
  }

  /** Withdraws one's own message: its words go, a mark stays. Throws NotFoundError, and ForbiddenError to others. */
  async withdraw(actor: Actor, id: string): Promise<ConversationKey> {
    const message = await this.findOwn(actor, id);
    const key = conversationKeyOf(message);
    await this.unitOfWork.run(async (manager) => {
      const gone = { text: '', withdrawnAt: this.clock.now() };
      const changed = await manager.update(ConversationMessage, { id, withdrawnAt: IsNull() }, gone);
      if (changed.affected) await this.record(actor, 'conversation.withdraw', message);
    });
    return key;
  }

  /** Notes that the person has read all there is by now. */
  async markRead(actor: Actor, { messages, kind, id, scope }: Conversation): Promise<void> {
    const last = messages.at(-1);
    if (!last || !actor.accountId) return;
    const read = { accountId: actor.accountId, subjectKind: kind, subjectId: id, scope };
    const known = await this.unitOfWork.read.findOneBy(ConversationRead, read);
    if (known && known.readAt >= last.at) return;
    await this.unitOfWork.run((manager) =>
      manager.upsert(ConversationRead, { ...read, readAt: last.at }, Object.keys(read)),
    );
  }

  /** Whom it concerns read it here; the scope is the subject's own id, which nobody's history is read by. */
  private record(actor: Actor, action: string, message: ConversationMessage): Promise<void> {
    const { id, subjectId: scope } = message;
    return this.history.record(actor, { action, subjectKind: 'message', subjectId: id, scope });
  }
}

const whereOf = ({ kind, id, scope }: ConversationKey) => ({ subjectKind: kind, subjectId: id, scope });

const messageDeed = (message: ConversationMessage): Deed<ConversationMessage> => ({
  kind: 'message',
  subjectId: message.subjectId,
  part: message.id,
  mechanismIds: [message.scope],
  state: stateOf(message.voice),
  payload: message,
});
