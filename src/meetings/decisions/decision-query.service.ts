import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { mayRead } from '../../plans/plan/plans.service.js';
import { mayReadMeeting } from '../meeting/meeting.access.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import { Decision, DecisionItem } from './decision.entity.js';

const WITH_ITEMS = { items: { item: { plan: true } } } as const;
export const DECISION_ORDER = { position: 'ASC', id: 'ASC' } as const;

/** Reads decisions through the actor. */
@Injectable()
export class DecisionQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsService,
  ) {}

  /**
   * The decisions of a meeting in order, each with the plan items it is about that the actor may read: a public
   * meeting may speak about a plan that is not. Throws NotFoundError when the meeting is not the actor's to read.
   */
  async list(actor: Actor, meetingId: string): Promise<Decision[]> {
    await this.meetings.find(actor, meetingId);
    const found = await this.unitOfWork.read.find(Decision, {
      where: { meetingId },
      relations: WITH_ITEMS,
      order: DECISION_ORDER,
    });
    return found.map((decision) => seenBy(actor, decision));
  }

  /** Throws NotFoundError when there is none, or its meeting is not the actor's to read. */
  async find(actor: Actor, id: string): Promise<{ decision: Decision; meeting: Meeting }> {
    const [decision] = await this.unitOfWork.read.find(Decision, { where: { id }, relations: WITH_ITEMS });
    if (!decision) throw new NotFoundError('decision');
    const meeting = await this.meetings.find(actor, decision.meetingId);
    return { decision: seenBy(actor, decision), meeting };
  }

  /** The same, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
  async findToEdit(actor: Actor, id: string): Promise<{ decision: Decision; meeting: Meeting }> {
    const { decision, meeting } = await this.find(actor, id);
    return { decision, meeting: await this.meetings.findToEdit(actor, meeting.id) };
  }

  /** Decisions about a plan item, of meetings the actor may read, the latest meeting first. */
  async about(actor: Actor, itemId: string): Promise<Decision[]> {
    const found = await this.unitOfWork.read.find(Decision, {
      where: { items: { itemId } },
      relations: { meeting: true },
      order: { meeting: { firstDay: 'DESC', id: 'DESC' }, ...DECISION_ORDER },
    });
    return found.filter(({ meeting }) => mayReadMeeting(actor, meeting));
  }

  /** How many decisions about these items the actor may read. */
  async countOn(actor: Actor, itemIds: string[]): Promise<number> {
    const links = await this.unitOfWork.read.find(DecisionItem, {
      where: { itemId: In(itemIds) },
      relations: { decision: { meeting: true } },
    });
    const seen = links.filter(({ decision }) => mayReadMeeting(actor, decision.meeting));
    return new Set(seen.map(({ decisionId }) => decisionId)).size;
  }
}

function seenBy(actor: Actor, decision: Decision): Decision {
  decision.items = decision.items
    .filter(({ item }) => mayRead(actor, item.plan))
    .sort((a, b) => a.item.code.localeCompare(b.item.code, 'en', { numeric: true }));
  return decision;
}
