import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand, mechanismsWhere } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { insertNew } from '../../platform/database/insert-new.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Task } from './task.entity.js';

export type NewTask = Pick<Task, 'mechanismId' | 'kind' | 'subject' | 'why' | 'causeId' | 'accountId'>;

/** What a mechanism's secretariat has to do. */
@Injectable()
export class TasksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /** Open ones of the actor's mechanisms, or of one of them; the oldest first. */
  async list(actor: Actor, mechanismId?: string): Promise<Task[]> {
    if (mechanismId !== undefined) demand(actor, 'people.manage', mechanismId, 'mechanism');
    const mechanismIds = mechanismId === undefined ? mechanismsWhere(actor, 'people.manage') : [mechanismId];
    return this.unitOfWork.read.find(Task, {
      where: { mechanismId: In(mechanismIds), doneAt: IsNull() },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Ticks one off. It comes back only for another cause. Doing it twice does nothing. */
  async done(actor: Actor, id: string): Promise<Task> {
    return this.unitOfWork.run(async (manager) => {
      const task = await manager.findOneBy(Task, { id });
      if (!task) throw new NotFoundError('task');
      demand(actor, 'people.manage', task.mechanismId, 'task');
      const end = { doneAt: this.clock.now(), doneBy: actor.accountId, openKey: null };
      const ended = await manager.update(Task, { id, doneAt: IsNull() }, end);
      if (ended.affected) await this.record(actor, 'task.done', task);
      return Object.assign(task, ended.affected ? end : {});
    });
  }

  /**
   * Opens tasks, by the product itself: one that is open already, or was opened before for the same cause, is not
   * opened again. Answers how many that made.
   */
  async open(tasks: readonly NewTask[]): Promise<number> {
    if (tasks.length === 0) return 0;
    return this.unitOfWork.run(async (manager) => {
      const byKey = new Map(tasks.map((task) => [openKeyOf(task), task]));
      const there = await manager.find(Task, {
        where: {
          mechanismId: In(tasks.map((task) => task.mechanismId)),
          subject: In(tasks.map((one) => one.subject)),
        },
      });
      for (const known of there) {
        const key = openKeyOf(known);
        const task = byKey.get(key);
        if (task && (known.doneAt === null || sameCause(known, task))) byKey.delete(key);
      }
      const openedAt = this.clock.now();
      // Another process may sweep at the same moment: the unique key decides, quietly. In one order everywhere, else two
      // wait for each other.
      const inOrder = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
      const rows = inOrder.map(([openKey, task]) => ({ ...task, id: uuid(), openKey, openedAt }));
      if (rows.length === 0) return 0;
      const opened = new Set(await insertNew(manager, Task, rows));
      for (const row of rows) if (opened.has(row.id)) await this.record(BY_ITSELF, 'task.open', row);
      return opened.size;
    });
  }

  /** Ends open tasks by the product itself, because what they asked for is there. */
  async settle(tasks: readonly Task[]): Promise<void> {
    if (tasks.length === 0) return;
    await this.unitOfWork.run(async (manager) => {
      for (const task of tasks) {
        const end = { doneAt: this.clock.now(), doneBy: null, openKey: null };
        const ended = await manager.update(Task, { id: task.id, doneAt: IsNull() }, end);
        if (ended.affected) await this.record(BY_ITSELF, 'task.done', task);
      }
    });
  }

  private record(actor: Pick<Actor, 'accountId' | 'name'>, action: string, task: NewTask & { id: string }) {
    const { id, mechanismId, kind, subject, why } = task;
    return this.history.record(actor, {
      action,
      subjectKind: 'task',
      subjectId: id,
      scope: mechanismId,
      after: { kind, subject, why },
    });
  }
}

const BY_ITSELF = { accountId: null, name: 'Waymark' };

const openKeyOf = ({ mechanismId, kind, subject }: Pick<Task, 'mechanismId' | 'kind' | 'subject'>) =>
  `${mechanismId}:${kind}:${subject}`;

const sameCause = (a: Pick<Task, 'why' | 'causeId'>, b: Pick<Task, 'why' | 'causeId'>) =>
  a.why === b.why && a.causeId === b.causeId;
