import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { TakenBack } from '../../progress/acceptance/item-status.service.js';
import { type Accepting, SeveralAcceptance } from '../../progress/acceptance/several-acceptance.service.js';
import type { Tick } from '../../progress/acceptance/ticks.dto.js';
import { RoundAnswer } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** Several answers of a call accepted at once. Each verb throws NotFoundError for what answers no question of it. */
@Injectable()
export class AcceptanceOfMany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly several: SeveralAcceptance,
  ) {}

  /** See SeveralAcceptance, as the others. */
  async accepting(actor: Actor, roundId: string, ticks: readonly Tick[]): Promise<Accepting | null> {
    return this.several.accepting(actor, await this.mechanismOf(actor, roundId, idsOf(ticks)), ticks);
  }

  accept(actor: Actor, roundId: string, ticks: readonly Tick[], setStatus: boolean): Promise<void> {
    return this.unitOfWork.run(async () => {
      const mechanismId = await this.mechanismOf(actor, roundId, idsOf(ticks));
      await this.several.accept(actor, mechanismId, ticks, setStatus);
    });
  }

  takeBack(actor: Actor, roundId: string, entryIds: readonly string[]): Promise<TakenBack> {
    return this.unitOfWork.run(async () => {
      const mechanismId = await this.mechanismOf(actor, roundId, entryIds);
      return this.several.takeBack(actor, mechanismId, entryIds);
    });
  }

  private async mechanismOf(actor: Actor, roundId: string, entryIds: readonly string[]): Promise<string> {
    const { mechanismId } = await this.rounds.findToManage(actor, roundId);
    const answers = await this.unitOfWork.read.findBy(RoundAnswer, { roundId, entryId: In([...entryIds]) });
    const known = new Set(answers.map(({ entryId }) => entryId));
    if (entryIds.some((id) => !known.has(id))) throw new NotFoundError('answer');
    return mechanismId;
  }
}

const idsOf = (ticks: readonly Tick[]) => ticks.map(({ entryId }) => entryId);
