import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Decision } from '../decisions/decision.entity.js';
import type { MeetingChange, MeetingInput } from './meeting.dto.js';
import { meetingDays } from './meeting-when.js';
import { AdoptedPlan, AgendaItem, Meeting, MeetingDocument } from './meeting.entity.js';
import { recordOf } from './meeting-record.js';
import { mayReadMeeting } from './meeting.access.js';

/** How many things of each kind go when a meeting is removed. */
export interface MeetingRemoval {
  meeting: Meeting;
  agenda: number;
  documents: number;
  decisions: number;
  adopted: number;
}

/** Meetings as such. The list of them, their agenda, and what they decide have services of their own. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError when there is no such meeting or it is not the actor's to read. */
  async find(actor: Actor, id: string): Promise<Meeting> {
    const meeting = await this.unitOfWork.read.findOneBy(Meeting, { id });
    if (!meeting || !mayReadMeeting(actor, meeting)) throw new NotFoundError('meeting');
    return meeting;
  }

  /** The meeting, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
  async findToEdit(actor: Actor, id: string): Promise<Meeting> {
    const meeting = await this.find(actor, id);
    demand(actor, 'meetings.edit', meeting.mechanismId, 'meeting');
    return meeting;
  }

  async create(actor: Actor, mechanismId: string, input: MeetingInput): Promise<Meeting> {
    demand(actor, 'meetings.edit', mechanismId, 'mechanism');
    const mechanism = await this.mechanisms.find(mechanismId);
    const now = this.clock.now();
    const meeting = Object.assign(new Meeting(), {
      ...columnsOf(input, mechanism.zone),
      id: uuid(),
      mechanismId,
      createdAt: now,
      changedAt: now,
      version: 1,
    });
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Meeting, meeting);
      await this.record(actor, 'meeting.create', meeting, undefined, recordOf(meeting));
    });
    return meeting;
  }

  /** Throws ConflictError, with the meeting as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, input: MeetingChange): Promise<Meeting> {
    return this.unitOfWork.run(async (manager) => {
      const meeting = await this.findToEdit(actor, id);
      const { zone } = await this.mechanisms.find(meeting.mechanismId);
      const { version, ...given } = columnsOf(input, zone);
      const current = () => this.findToEdit(actor, id);
      const set = { ...given, changedAt: this.clock.now() };
      const next = await change(manager, Meeting, { id, version }, set, { current });
      const before = recordOf(meeting);
      Object.assign(meeting, next);
      await this.record(actor, 'meeting.update', meeting, before, recordOf(meeting));
      return meeting;
    });
  }

  /** What removing a meeting would take along; shown before it is done. */
  async whatHangsOn(actor: Actor, id: string): Promise<MeetingRemoval> {
    const meeting = await this.findToEdit(actor, id);
    const { read } = this.unitOfWork;
    const where = { meetingId: id };
    const [agenda, documents, decisions, adopted] = await Promise.all([
      read.countBy(AgendaItem, where),
      read.countBy(MeetingDocument, where),
      read.countBy(Decision, where),
      read.countBy(AdoptedPlan, where),
    ]);
    return { meeting, agenda, documents, decisions, adopted };
  }

  /** Removes a meeting with its agenda and decisions. Plans and items that it was linked to stay as they are. */
  async remove(actor: Actor, id: string): Promise<Meeting> {
    return this.unitOfWork.run(async (manager) => {
      const { meeting, agenda, documents, decisions } = await this.whatHangsOn(actor, id);
      await manager.delete(Meeting, { id });
      const before = { ...recordOf(meeting), agenda, documents, decisions };
      await this.record(actor, 'meeting.remove', meeting, before);
      return meeting;
    });
  }

  private record(actor: Actor, action: string, meeting: Meeting, before?: object, after?: object) {
    const change = { action, subjectKind: 'meeting', subjectId: meeting.id, scope: meeting.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}

/**
 * A month becomes its first and last day. A time without a zone is in the mechanism's zone, which is stored, since the
 * mechanism may change its own later. Without a time there is no zone.
 */
const columnsOf = <T extends MeetingInput>(input: T, zone: string) => ({
  ...input,
  ...meetingDays(input.datePrecision, input.firstDay, input.lastDay),
  zone: input.startTime ? (input.zone ?? zone) : null,
});
