import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { AgendaItemChange, AgendaItemInput } from './agenda.dto.js';
import { AgendaItem, type Meeting } from '../meeting/meeting.entity.js';
import { recordOfAgenda } from '../meeting/meeting-record.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import { moveToPosition, positionAfterStep } from './order.js';

/** What is on the agenda of a meeting, in its order. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsService,
    private readonly history: History,
  ) {}

  /** In order. Throws NotFoundError when the meeting is not the actor's to read. */
  async list(actor: Actor, meetingId: string): Promise<AgendaItem[]> {
    await this.meetings.find(actor, meetingId);
    return this.inOrder(meetingId);
  }

  /** An item with its meeting, for somebody who means to change it. Throws NotFoundError or ForbiddenError. */
  async findToEdit(actor: Actor, id: string): Promise<{ item: AgendaItem; meeting: Meeting }> {
    const item = await this.unitOfWork.read.findOneBy(AgendaItem, { id });
    if (!item) throw new NotFoundError('agenda item');
    return { item, meeting: await this.meetings.findToEdit(actor, item.meetingId) };
  }

  /** Adds an item at the end. */
  async add(actor: Actor, meetingId: string, input: AgendaItemInput): Promise<AgendaItem> {
    return this.unitOfWork.run(async (manager) => {
      const meeting = await this.meetings.findToEdit(actor, meetingId);
      const last = await manager.maximum(AgendaItem, 'position', { meetingId });
      const position = last === null ? 0 : last + 1;
      const item = Object.assign(new AgendaItem(), { ...input, id: uuid(), meetingId, position, version: 1 });
      await manager.insert(AgendaItem, item);
      await this.record(actor, 'agenda.add', meeting, item, undefined, recordOfAgenda(item));
      return item;
    });
  }

  /** Throws ConflictError, with the item as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, { version, ...input }: AgendaItemChange): Promise<AgendaItem> {
    return this.unitOfWork.run(async (manager) => {
      const { item, meeting } = await this.findToEdit(actor, id);
      const current = async () => (await this.findToEdit(actor, id)).item;
      const next = await change(manager, AgendaItem, { id, version }, input, { current });
      await this.record(actor, 'agenda.update', meeting, item, recordOfAgenda(item), recordOfAgenda(input));
      return Object.assign(item, next);
    });
  }

  /** Puts an item at `position`, from 0; beyond the end is the end. Answers the agenda as it is then. */
  async move(actor: Actor, id: string, position: number): Promise<AgendaItem[]> {
    return this.unitOfWork.run(async (manager) => {
      const { item, meeting } = await this.findToEdit(actor, id);
      const former = await this.inOrder(item.meetingId);
      const agenda = moveToPosition(former, id, position);
      if (agenda.every((one, index) => one === former[index])) return agenda;
      for (const [index, one] of agenda.entries()) {
        if (one.position === index) continue;
        await manager.update(AgendaItem, { id: one.id }, { position: index });
        one.position = index;
      }
      const { title } = recordOfAgenda(item);
      const after = { title, position: agenda.findIndex((one) => one.id === id) };
      await this.record(actor, 'agenda.move', meeting, item, { title, position: item.position }, after);
      return agenda;
    });
  }

  /** One position up or down; at the end it stays. Answers the meeting's id. */
  async step(actor: Actor, id: string, direction: 'up' | 'down'): Promise<string> {
    const { item } = await this.findToEdit(actor, id);
    const agenda = await this.inOrder(item.meetingId);
    const to = positionAfterStep(agenda, id, direction);
    if (agenda[to]?.id !== id) await this.move(actor, id, to);
    return item.meetingId;
  }

  /** Answers the meeting's id. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const { item, meeting } = await this.findToEdit(actor, id);
      await manager.delete(AgendaItem, { id });
      await this.record(actor, 'agenda.remove', meeting, item, recordOfAgenda(item));
      return item.meetingId;
    });
  }

  private inOrder(meetingId: string): Promise<AgendaItem[]> {
    const order = { position: 'ASC', id: 'ASC' } as const;
    return this.unitOfWork.read.find(AgendaItem, { where: { meetingId }, order });
  }

  private record(
    actor: Actor,
    action: string,
    meeting: Meeting,
    item: AgendaItem,
    before?: object,
    after?: object,
  ): Promise<void> {
    const change = { action, subjectKind: 'agenda-item', subjectId: item.id, scope: meeting.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}
