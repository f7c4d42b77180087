import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { change, remove } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { RoundChange, RoundInput } from './round.dto.js';
import { Round } from './round.entity.js';
import { roundWorkflow } from './round.workflow.js';
import { RoundQueryService } from './round-query.service.js';

/** The secretariat's verbs about a round as a whole. How it runs, once opened, is the RoundLifecycleService's. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly mechanisms: MechanismsService,
    private readonly rounds: RoundQueryService,
  ) {}

  /** Begins a draft, which only the secretariat sees. Throws NotFoundError when there is no such mechanism. */
  async create(actor: Actor, mechanismId: string, input: RoundInput): Promise<Round> {
    demand(actor, 'rounds.manage', mechanismId, 'mechanism');
    await this.mechanisms.find(mechanismId);
    const round = Object.assign(new Round(), {
      ...input,
      id: uuid(),
      mechanismId,
      state: 'draft' as const,
      subject: null,
      letter: null,
      createdAt: this.clock.now(),
      openedAt: null,
      closedAt: null,
      version: 1,
    });
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Round, round);
      await this.record(actor, 'round.create', round, undefined, { title: round.title });
    });
    return round;
  }

  /** Changes a draft. Throws ConflictError, with the round as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, { version, ...input }: RoundChange): Promise<Round> {
    return this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.findToManage(actor, id);
      roundWorkflow.move(round.state, 'edit');
      const current = () => this.rounds.findToManage(actor, id);
      const next = await change(manager, Round, { id, state: 'draft', version }, input, { current });
      await this.record(actor, 'round.update', round, pick(round, input), input);
      return Object.assign(round, next);
    });
  }

  /** Throws away a draft. What was asked once stays on record. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.findToManage(actor, id);
      roundWorkflow.move(round.state, 'edit');
      await remove(manager, Round, { id, state: 'draft' }, { reason: 'error.round.edit' });
      await this.record(actor, 'round.remove', round, { title: round.title });
    });
  }

  private record(actor: Actor, action: string, round: Round, before?: object, after?: object): Promise<void> {
    const change = { action, subjectKind: 'round', subjectId: round.id, scope: round.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}

const pick = (round: Round, keys: object) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, round[key as keyof Round]]));
