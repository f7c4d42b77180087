import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { change, remove } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { insertNew } from '../../platform/database/insert-new.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { CycleChange, MilestoneChange, NewCycleInput, NewMilestoneInput } from './cycle.dto.js';
import { isUsed } from './cycle-uses.js';
import { factsOfShipped, same, without } from './as-shipped.js';
import { CyclesService } from './cycles.service.js';
import { KeptCycle, type KeptFields, type KeptMilestone } from './kept-cycle.entity.js';
import { factsOf, recorded } from './kept-facts.js';
import { mergeCycles } from './merge-cycles.js';
import { newCycleId, nextNumber } from './new-cycle.js';
import type { Milestone, ReviewCycle } from './review-cycle.types.js';
import { shippedCycles } from './review-cycles.data.js';

/** How the dates of cycles are kept, by whoever runs the installation. Each change names its source and is in the history. */
@Injectable()
export class CycleKeepingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly cycles: CyclesService,
  ) {}

  /** Adds a cycle, a Forum with its own milestone. Throws InvalidError when there is one of that kind and year. */
  async add(actor: Actor, input: NewCycleInput): Promise<ReviewCycle> {
    demandManager(actor);
    return this.unitOfWork.run(async (manager) => {
      const all = mergeCycles(await manager.find(KeptCycle));
      const { kind, name, feeds } = input;
      const facts = factsOf(input) as KeptFields['facts'] & object;
      const forums = all.filter((one) => one.kind === 'imrf').map(({ id }) => id);
      if (feeds && !forums.includes(feeds)) throw InvalidError.field('feeds', 'error.choice');
      const number = nextNumber(all, kind);
      const id = newCycleId(all, kind, number, facts.when);
      if (id === null) throw InvalidError.field('firstDay', 'error.cycleThere');
      const fields: KeptFields = { kind, number, name, facts, feeds: kind === 'regional' ? feeds : null };
      const milestones: Record<string, KeptMilestone> = kind === 'imrf' ? { forum: { code: 'forum' } } : {};
      const row = { id, own: true, fields, milestones, ...this.stamp(actor), version: 1 };
      // Of two who add the same at once, one is second.
      const added = await insertNew(manager, KeptCycle, [row]);
      if (added.length === 0) throw InvalidError.field('firstDay', 'error.cycleThere');
      await this.record(actor, 'cycle.add', id, undefined, recorded(kind, name, facts));
      return this.read(manager, id);
    });
  }

  /** Changes when a cycle is, how sure that is, its source and its name. Throws ConflictError with the cycle as it stands. */
  async change(actor: Actor, id: string, input: CycleChange): Promise<ReviewCycle> {
    return this.write(actor, id, input.version, async (kept, cycle) => {
      const shipped = shippedCycles.find((one) => one.id === id);
      const facts = factsOf(input) as KeptFields['facts'] & object;
      const name = same(input.name, shipped?.name ?? null) ? undefined : input.name;
      const asShipped = shipped && same(facts, factsOfShipped({ ...shipped, when: shipped.period }));
      const before = recorded(cycle.kind, cycle.name, { ...cycle, when: cycle.period });
      const fields = { ...kept.fields, name, facts: asShipped ? undefined : facts };
      await this.record(actor, 'cycle.change', id, before, recorded(cycle.kind, input.name, facts));
      return { fields: without(fields) };
    });
  }

  /** Takes an own cycle away. Throws ConflictError when a mechanism uses it, ForbiddenError for one that is shipped. */
  async remove(actor: Actor, id: string): Promise<void> {
    demandManager(actor);
    await this.unitOfWork.run(async (manager) => {
      const cycle = await this.read(manager, id);
      if (!cycle.own) throw new ForbiddenError('error.cycleShipped');
      if (await isUsed(manager, id)) throw new ConflictError('error.cycleUsed');
      await remove(manager, KeptCycle, { id, version: cycle.version }, { reason: 'error.stale' });
      const before = recorded(cycle.kind, cycle.name, { ...cycle, when: cycle.period });
      await this.record(actor, 'cycle.remove', id, before);
    });
  }

  async addMilestone(actor: Actor, id: string, input: NewMilestoneInput): Promise<ReviewCycle> {
    return this.write(actor, id, input.version, async (kept, cycle) => {
      const { code, name, place, commission } = input;
      // The days of a Forum are those of its cycle.
      if (cycle.kind === 'imrf' && code === 'forum') throw InvalidError.field('code', 'error.forumThere');
      const facts = factsOf(input);
      const milestone = { code, name, place, commission, facts };
      await this.record(actor, 'cycle.addMilestone', id, undefined, recorded(code, name, facts, place));
      return { milestones: { ...kept.milestones, [uuid()]: milestone } };
    });
  }

  /** Changes a milestone; the days of a Forum are those of its cycle, and change with them. Throws as `change` does. */
  async changeMilestone(actor: Actor, id: string, key: string, input: MilestoneChange): Promise<ReviewCycle> {
    return this.write(actor, id, input.version, async (kept, cycle) => {
      const milestone = milestoneOf(cycle, key);
      const shipped = shippedCycles.find((one) => one.id === id)?.milestones.find((one) => one.key === key);
      const { name, place } = input;
      const facts = factsOf(input);
      const asShipped = shipped && same(facts, factsOfShipped(shipped));
      const ofForum = cycle.kind === 'imrf' && milestone.code === 'forum';
      if (ofForum && facts.when === null) throw InvalidError.field('precision', 'error.choice');
      const set: KeptMilestone = {
        ...kept.milestones[key],
        name: name ?? undefined,
        place: place === (shipped?.place ?? null) ? undefined : place,
        facts: ofForum || asShipped ? undefined : facts,
      };
      const before = recorded(milestone.code, milestone.name, milestone, milestone.place);
      await this.record(
        actor,
        'cycle.changeMilestone',
        id,
        before,
        recorded(milestone.code, name, facts, place),
      );
      return {
        milestones: { ...kept.milestones, [key]: without(set) },
        ...(ofForum && {
          fields: without({ ...kept.fields, facts: asShipped ? undefined : (facts as KeptFields['facts']) }),
        }),
      };
    });
  }

  /** Takes an own milestone away. Throws as `remove` does. */
  async removeMilestone(actor: Actor, id: string, key: string): Promise<ReviewCycle> {
    const { version } = await this.cycles.find(id);
    return this.write(actor, id, version, async (kept, cycle, manager) => {
      const milestone = milestoneOf(cycle, key);
      if (!milestone.own || (cycle.kind === 'imrf' && milestone.code === 'forum'))
        throw new ForbiddenError('error.cycleShipped');
      if (await isUsed(manager, id, key)) throw new ConflictError('error.milestoneUsed');
      const { [key]: _, ...milestones } = kept.milestones;
      const before = recorded(milestone.code, milestone.name, milestone, milestone.place);
      await this.record(actor, 'cycle.removeMilestone', id, before);
      return { milestones };
    });
  }

  /** Writes what `set` makes of a cycle that is still of this version. */
  private async write(
    actor: Actor,
    id: string,
    version: number,
    set: (
      kept: Pick<KeptCycle, 'fields' | 'milestones'>,
      cycle: ReviewCycle,
      manager: EntityManager,
    ) => Promise<Partial<Pick<KeptCycle, 'fields' | 'milestones'>>>,
  ): Promise<ReviewCycle> {
    demandManager(actor);
    return this.unitOfWork.run(async (manager) => {
      const cycle = await this.read(manager, id);
      if (cycle.version !== version) throw new ConflictError('error.stale', cycle);
      const kept = await manager.findOneBy(KeptCycle, { id });
      // The first change makes the row of a shipped cycle; the key decides between two who make it at once.
      if (!kept) {
        const row = { id, own: false, fields: {}, milestones: {}, ...this.stamp(actor), version };
        await manager.createQueryBuilder().insert().into(KeptCycle).values(row).orIgnore().execute();
      }
      const made = await set(kept ?? { fields: {}, milestones: {} }, cycle, manager);
      const current = () => this.read(manager, id);
      await change(manager, KeptCycle, { id, version }, { ...made, ...this.stamp(actor) }, { current });
      return this.read(manager, id);
    });
  }

  private async read(manager: EntityManager, id: string): Promise<ReviewCycle> {
    const cycle = mergeCycles(await manager.find(KeptCycle)).find((one) => one.id === id);
    if (!cycle) throw new NotFoundError('review cycle');
    return cycle;
  }

  private stamp(actor: Actor) {
    return { changedById: actor.accountId!, changedBy: actor.name, changedAt: this.clock.now() };
  }

  private async record(
    actor: Actor,
    action: string,
    cycleId: string,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
  ): Promise<void> {
    await this.history.record(actor, {
      ...{ action, subjectKind: 'cycle', subjectId: cycleId, scope: null },
      ...(before && { before: { cycleId, ...before } }),
      after: { cycleId, ...after },
    });
    this.unitOfWork.afterCommit(() => this.cycles.all());
  }
}

function demandManager(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new ForbiddenError();
}

function milestoneOf(cycle: ReviewCycle, key: string): Milestone {
  const milestone = cycle.milestones.find((one) => one.key === key);
  if (!milestone) throw new NotFoundError('milestone');
  return milestone;
}
