import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { change } from '../../platform/database/change.js';
import type { DecisionChange, DecisionInput } from './decision.dto.js';
import { Decision, DecisionItem } from './decision.entity.js';
import { DECISION_ORDER, DecisionQueryService } from './decision-query.service.js';
import { itemsNamed } from './decision-items.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { recordOfDecision } from '../meeting/meeting-record.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import { moveToPosition, positionAfterStep } from '../agenda/order.js';

/** What meetings decide. Reading is DecisionQueryService's. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionQueryService,
    private readonly meetings: MeetingsService,
    private readonly history: History,
  ) {}

  /** Adds a decision at the end. Throws InvalidError for plan items that are not of the meeting's mechanism. */
  async add(actor: Actor, meetingId: string, input: DecisionInput): Promise<Decision> {
    return this.unitOfWork.run(async (manager) => {
      const meeting = await this.meetings.findToEdit(actor, meetingId);
      const items = await itemsNamed(manager, meeting.mechanismId, input);
      const last = await manager.maximum(Decision, 'position', { meetingId });
      const fields = columnsOf(input);
      const id = uuid();
      const position = last === null ? 0 : last + 1;
      await manager.insert(Decision, { ...fields, id, meetingId, position, version: 1 });
      await this.link(manager, id, items);
      await this.record(actor, 'decision.add', meeting, id, undefined, recordOfDecision(fields, items));
      return (await this.decisions.find(actor, id)).decision;
    });
  }

  /** Throws ConflictError, with the decision as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, input: DecisionChange): Promise<Decision> {
    return this.unitOfWork.run(async (manager) => {
      const { decision, meeting } = await this.decisions.findToEdit(actor, id);
      const items = await itemsNamed(manager, meeting.mechanismId, input);
      const { version } = input;
      const fields = columnsOf(input);
      const current = async () => (await this.decisions.find(actor, id)).decision;
      await change(manager, Decision, { id, version }, fields, { current });
      await manager.delete(DecisionItem, { decisionId: id });
      await this.link(manager, id, items);
      const before = recordOfDecision(decision, itemsOf(decision));
      const after = recordOfDecision(fields, items);
      await this.record(actor, 'decision.update', meeting, id, before, after);
      return (await this.decisions.find(actor, id)).decision;
    });
  }

  /** One position up or down; at the end it stays. Answers the meeting's id. */
  async step(actor: Actor, id: string, direction: 'up' | 'down'): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const { decision, meeting } = await this.decisions.findToEdit(actor, id);
      const { meetingId } = decision;
      const list = await manager.find(Decision, { where: { meetingId }, order: DECISION_ORDER });
      const to = positionAfterStep(list, id, direction);
      if (list[to]?.id === id) return meetingId;
      for (const [index, one] of moveToPosition(list, id, to).entries())
        if (one.position !== index) await manager.update(Decision, { id: one.id }, { position: index });
      const { number } = decision;
      await this.record(actor, 'decision.move', meeting, id, { number }, { number, position: to });
      return meetingId;
    });
  }

  /** Answers the meeting's id. The plan items it was about stay as they are. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const { decision, meeting } = await this.decisions.findToEdit(actor, id);
      await manager.delete(Decision, { id });
      await this.record(actor, 'decision.remove', meeting, id, recordOfDecision(decision, itemsOf(decision)));
      return meeting.id;
    });
  }

  private async link(manager: EntityManager, decisionId: string, items: PlanItem[]): Promise<void> {
    if (items.length === 0) return;
    await manager.insert(
      DecisionItem,
      items.map(({ id: itemId }) => ({ decisionId, itemId })),
    );
  }

  private record(
    actor: Actor,
    action: string,
    meeting: Meeting,
    subjectId: string,
    before?: object,
    after?: object,
  ): Promise<void> {
    const change = { action, subjectKind: 'decision', subjectId, scope: meeting.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}

const itemsOf = ({ items }: Decision) => items.map(({ item }) => item);

const columnsOf = ({ number, verb, ownVerb, addressees, text, dueDay }: DecisionInput) => ({
  number,
  verb,
  ownVerb,
  addressees,
  text,
  dueDay,
});
