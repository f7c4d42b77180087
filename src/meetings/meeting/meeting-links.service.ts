import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { mayRead } from '../../plans/plan/plans.service.js';
import type { MeetingDocumentInput } from './meeting.dto.js';
import { AdoptedPlan, type Meeting, MeetingDocument } from './meeting.entity.js';
import { originalOf } from './meeting-record.js';
import { MeetingsService } from './meetings.service.js';
import { mayReadMeeting } from './meeting.access.js';

/** What a meeting leads to: its documents, and the plans it adopted. */
@Injectable()
export class MeetingLinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsService,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /** In the order they were added. Throws NotFoundError when the meeting is not the actor's to read. */
  async documents(actor: Actor, meetingId: string): Promise<MeetingDocument[]> {
    await this.meetings.find(actor, meetingId);
    const order = { addedAt: 'ASC', id: 'ASC' } as const;
    return this.unitOfWork.read.find(MeetingDocument, { where: { meetingId }, order });
  }

  async addDocument(actor: Actor, meetingId: string, input: MeetingDocumentInput): Promise<MeetingDocument> {
    return this.unitOfWork.run(async (manager) => {
      const meeting = await this.meetings.findToEdit(actor, meetingId);
      const addedAt = this.clock.now();
      const document = Object.assign(new MeetingDocument(), { ...input, id: uuid(), meetingId, addedAt });
      await manager.insert(MeetingDocument, document);
      await this.record(actor, 'meeting.addDocument', meeting, undefined, input);
      return document;
    });
  }

  /** A document of a meeting the actor may change. Throws NotFoundError or ForbiddenError. */
  async findDocument(actor: Actor, id: string): Promise<MeetingDocument> {
    const document = await this.unitOfWork.read.findOneBy(MeetingDocument, { id });
    if (!document) throw new NotFoundError('document');
    await this.meetings.findToEdit(actor, document.meetingId);
    return document;
  }

  /** Answers the meeting's id. */
  async removeDocument(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const document = await this.findDocument(actor, id);
      const meeting = await this.meetings.findToEdit(actor, document.meetingId);
      await manager.delete(MeetingDocument, { id });
      const { output, title, url } = document;
      await this.record(actor, 'meeting.removeDocument', meeting, { output, title, url });
      return meeting.id;
    });
  }

  /** The plans the meeting adopted that the actor may read: a public meeting may have adopted one that is not public. */
  async adopted(actor: Actor, meetingId: string): Promise<AdoptedPlan[]> {
    await this.meetings.find(actor, meetingId);
    const found = await this.unitOfWork.read.find(AdoptedPlan, {
      where: { meetingId },
      relations: { plan: true },
      order: { planId: 'ASC' },
    });
    return found.filter(({ plan }) => mayRead(actor, plan));
  }

  /** The meeting that adopted a plan, as far as it is recorded and the actor's to read. */
  async adoptedBy(actor: Actor, planId: string): Promise<Meeting | null> {
    const [link] = await this.unitOfWork.read.find(AdoptedPlan, {
      where: { planId },
      relations: { meeting: true },
    });
    return link && mayReadMeeting(actor, link.meeting) ? link.meeting : null;
  }

  /**
   * Records that the meeting adopted a plan; a plan that was linked to another meeting is linked to this one. The
   * plan itself does not change. Throws InvalidError for a plan of another mechanism.
   */
  async linkPlan(actor: Actor, meetingId: string, planId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const meeting = await this.meetings.findToEdit(actor, meetingId);
      const plan = await manager.findOneBy(Plan, { id: planId, mechanismId: meeting.mechanismId });
      if (!plan) throw InvalidError.field('planId', 'error.choice');
      const former = await manager.findOneBy(AdoptedPlan, { planId });
      if (former?.meetingId === meetingId) return;
      if (former) await manager.update(AdoptedPlan, { planId }, { meetingId });
      else await manager.insert(AdoptedPlan, { planId, meetingId });
      await this.record(actor, 'meeting.linkPlan', meeting, undefined, { plan: originalOf(plan.title) });
    });
  }

  /** Takes the link away. Doing so twice does nothing. */
  async unlinkPlan(actor: Actor, meetingId: string, planId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const meeting = await this.meetings.findToEdit(actor, meetingId);
      const removed = await manager.delete(AdoptedPlan, { meetingId, planId });
      if (!removed.affected) return;
      const plan = await manager.findOneByOrFail(Plan, { id: planId });
      await this.record(actor, 'meeting.unlinkPlan', meeting, { plan: originalOf(plan.title) });
    });
  }

  private record(actor: Actor, action: string, meeting: Meeting, before?: object, after?: object) {
    const change = { action, subjectKind: 'meeting', subjectId: meeting.id, scope: meeting.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}
