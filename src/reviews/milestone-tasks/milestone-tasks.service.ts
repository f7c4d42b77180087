import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PeopleService } from '../../accounts/people.service.js';
import { demand, mechanismsWhere } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { change, remove } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { CyclesService } from '../cycles/cycles.service.js';
import type { Milestone, ReviewCycle } from '../cycles/review-cycles.js';
import { type Due, dueOf } from './due-day.js';
import type { MilestoneTaskChange, NewMilestoneTaskInput } from './milestone-task.dto.js';
import { MilestoneTask } from './milestone-task.entity.js';

/** A task with its milestone as it stands today. */
export interface SeenTask {
  task: MilestoneTask;
  cycle: ReviewCycle | undefined;
  milestone: Milestone | undefined;
  due: Due | null;
  /** Who of the secretariat does it, while they serve there. */
  assignee: string | null;
}

/** Somebody who serves in a secretariat. */
export interface Colleague {
  id: string;
  name: string;
}

/** What a mechanism's secretariat noted to do for the milestones of reviews. Nobody else sees any of it. */
@Injectable()
export class MilestoneTasksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly cycles: CyclesService,
    private readonly people: PeopleService,
  ) {}

  /** Open ones of a mechanism, or of all the actor works for; the nearest first. */
  async open(actor: Actor, mechanismId?: string): Promise<SeenTask[]> {
    return this.seen({ mechanismId: In(this.within(actor, mechanismId)), doneAt: IsNull() });
  }

  /** Those of a mechanism or of all the actor works for, open or done, for one cycle; the nearest first. */
  async ofCycle(actor: Actor, cycleId: string, mechanismId?: string): Promise<SeenTask[]> {
    return this.seen({ mechanismId: In(this.within(actor, mechanismId)), cycleId });
  }

  /** Throws NotFoundError for who does not serve in its secretariat. */
  async find(actor: Actor, id: string): Promise<SeenTask> {
    const [seen] = await this.seen({ id });
    if (!seen) throw new NotFoundError('task');
    demand(actor, 'submissions.edit', seen.task.mechanismId, 'task');
    return seen;
  }

  /** Who serves in the secretariat of a mechanism. */
  async colleagues(mechanismId: string): Promise<Colleague[]> {
    const grants = await this.people.holders(mechanismId, 'secretariat');
    const byId = new Map(grants.map(({ account }) => [account.id, { id: account.id, name: account.name }]));
    return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  async add(actor: Actor, mechanismId: string, input: NewMilestoneTaskInput): Promise<SeenTask> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    const { cycleId, milestone, text, dueDay, daysBefore, accountId } = input;
    const cycle = (await this.cycles.all()).find((one) => one.id === cycleId);
    if (!cycle) throw InvalidError.field('cycleId', 'error.choice');
    if (!cycle.milestones.some(({ key }) => key === milestone))
      throw InvalidError.field('milestone', 'error.choice');
    await this.demandColleague(mechanismId, accountId);
    const id = uuid();
    const said = { text, dueDay, daysBefore, accountId };
    await this.unitOfWork.run(async (manager) => {
      const createdAt = this.clock.now();
      await manager.insert(MilestoneTask, {
        id,
        mechanismId,
        cycleId,
        milestone,
        ...said,
        createdAt,
        version: 1,
      });
      await this.record(actor, 'add', { id, mechanismId, cycleId, text }, undefined, said);
    });
    return this.find(actor, id);
  }

  /** Throws ConflictError, with the task as it stands, when somebody else has changed it. */
  async change(actor: Actor, id: string, input: MilestoneTaskChange): Promise<SeenTask> {
    const { task } = await this.find(actor, id);
    const { text, dueDay, daysBefore, accountId, version } = input;
    if (accountId !== task.accountId) await this.demandColleague(task.mechanismId, accountId);
    const said = { text, dueDay, daysBefore, accountId };
    await this.unitOfWork.run(async (manager) => {
      const current = () => this.find(actor, id);
      await change(manager, MilestoneTask, { id, version }, said, { current });
      const before = { text: task.text, dueDay: task.dueDay, daysBefore: task.daysBefore };
      await this.record(actor, 'change', task, before, { text, dueDay, daysBefore });
    });
    return this.find(actor, id);
  }

  /** Ticks it off. Doing it twice does nothing. */
  done(actor: Actor, id: string): Promise<SeenTask> {
    return this.tick(actor, id, 'done', { doneAt: this.clock.now(), doneBy: actor.accountId });
  }

  /** Takes that back. */
  reopen(actor: Actor, id: string): Promise<SeenTask> {
    return this.tick(actor, id, 'reopen', { doneAt: null, doneBy: null });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { task } = await this.find(actor, id);
    await this.unitOfWork.run(async (manager) => {
      await remove(manager, MilestoneTask, { id, version: task.version }, { reason: 'error.stale' });
      await this.record(actor, 'remove', task);
    });
  }

  private async tick(
    actor: Actor,
    id: string,
    deed: 'done' | 'reopen',
    set: Pick<MilestoneTask, 'doneAt' | 'doneBy'>,
  ): Promise<SeenTask> {
    const { task } = await this.find(actor, id);
    if ((task.doneAt === null) === (set.doneAt === null)) return this.find(actor, id);
    await this.unitOfWork.run(async (manager) => {
      await change(manager, MilestoneTask, { id, version: task.version }, set);
      await this.record(actor, deed, task);
    });
    return this.find(actor, id);
  }

  private within(actor: Actor, mechanismId?: string): string[] {
    if (mechanismId === undefined) return mechanismsWhere(actor, 'submissions.edit');
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    return [mechanismId];
  }

  private async demandColleague(mechanismId: string, accountId: string | null): Promise<void> {
    if (accountId === null) return;
    const known = await this.colleagues(mechanismId);
    if (!known.some(({ id }) => id === accountId)) throw InvalidError.field('accountId', 'error.choice');
  }

  private async seen(where: FindOptionsWhere<MilestoneTask>): Promise<SeenTask[]> {
    const tasks = await this.unitOfWork.read.findBy(MilestoneTask, where);
    if (tasks.length === 0) return [];
    const cycles = await this.cycles.all();
    const serving = new Map<string, Colleague[]>();
    for (const { mechanismId, accountId } of tasks)
      if (accountId && !serving.has(mechanismId))
        serving.set(mechanismId, await this.colleagues(mechanismId));
    const seen = tasks.map((task) => {
      const cycle = cycles.find(({ id }) => id === task.cycleId);
      const milestone = cycle?.milestones.find(({ key }) => key === task.milestone);
      const who = serving.get(task.mechanismId)?.find(({ id }) => id === task.accountId);
      return { task, cycle, milestone, due: dueOf(task, milestone), assignee: who?.name ?? null };
    });
    const place = ({ due, task }: SeenTask) => `${due?.day ?? '9999-12-31'} ${task.id}`;
    return seen.sort((a, b) => place(a).localeCompare(place(b)));
  }

  private record(
    actor: Actor,
    deed: string,
    { id, mechanismId, cycleId, text }: Pick<MilestoneTask, 'id' | 'mechanismId' | 'cycleId' | 'text'>,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
  ): Promise<void> {
    const { accountId: _, ...said } = after ?? {};
    return this.history.record(actor, {
      ...{
        action: `milestoneTask.${deed}`,
        subjectKind: 'milestone-task',
        subjectId: id,
        scope: mechanismId,
      },
      ...(before && { before }),
      after: { cycleId, text, ...said },
    });
  }
}
