import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { can } from '../../accounts/roles.js';
import { addressOf } from '../../conversations/conversation-address.js';
import { ConversationSubjects, type ConversationSubject } from '../../conversations/conversation-subjects.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { itemInPlan } from '../../plans/items/item-in-plan.js';
import { PLAN_IN_FORCE } from '../../plans/plan/plan.workflow.js';

export const ITEM_TALK = 'item';

/** Where a chair and its secretariat talk about an item. */
export const itemTalkAddress = (mechanismId: string, id: string) =>
  addressOf({ kind: ITEM_TALK, id, scope: mechanismId });

export const chairs = (actor: Actor, mechanismId: string): boolean =>
  actor.grants.some(({ role, scope }) => role === 'chair' && scope === mechanismId);

/**
 * The chair and the secretariat of a mechanism about an item of its plan in force. A chair reports nothing in a name of
 * its own: it tells how an item stands, and the secretariat reports it for the mechanism.
 */
@Injectable()
export class ItemConversation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly subjects: ConversationSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.add(ITEM_TALK, {
      find: (actor, id, scope) => this.find(actor, id, scope),
      people: async (id, scope) => ((await this.inForce(id, scope)) ? this.concerned(scope) : []),
    });
  }

  private async find(actor: Actor, id: string, scope: string): Promise<ConversationSubject | null> {
    const office = can(actor, 'progress.accept', scope);
    if (!office && !chairs(actor, scope)) return null;
    const item = await this.inForce(id, scope);
    const voice = office ? 'secretariat' : 'chair';
    return (
      item && {
        title: item.title,
        titleMayBeMailed: true,
        href: `/items/${id}`,
        voice,
        readers: ['secretariat', 'chairs'],
      }
    );
  }

  private async inForce(id: string, scope: string) {
    const item = await itemInPlan(this.unitOfWork, id);
    return item?.plan.mechanismId === scope && item.plan.state === PLAN_IN_FORCE ? item : null;
  }

  private async concerned(scope: string): Promise<string[]> {
    return (await this.people.holders(scope, 'secretariat', 'chair')).map(({ accountId }) => accountId);
  }
}
