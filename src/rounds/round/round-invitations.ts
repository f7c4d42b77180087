import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { TasksService } from '../../mechanisms/tasks/tasks.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { keyOf } from '../addressees/concern.js';
import { Round, RoundAddressee } from './round.entity.js';
import { RoundCircle } from '../addressees/round-circle.js';
import { FINISHED } from './round.workflow.js';

/** Kinds of the mails about a round: it asks; its day has moved. */
export const ROUND_MAIL = 'round';
export const ROUND_DAY_MAIL = 'round-day';

/** Puts an open round to those it is for, and sees to it that somebody hears of it. */
@Injectable()
export class RoundInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly circle: RoundCircle,
    private readonly tasks: TasksService,
  ) {}

  /** Posts one mail to everybody who speaks for an addressee that has not finished, once; and a task where nobody does. */
  async tell(round: Round): Promise<void> {
    await this.unitOfWork.run(async () => {
      const waiting = await this.waiting(round);
      const speakers = await this.circle.speakers(round.mechanismId, waiting);
      const accountIds = new Set([...speakers.values()].flat().map(({ accountId }) => accountId));
      await this.outbox.postAll(
        [...accountIds].map((accountId) => ({
          key: `round:${round.id}:${accountId}`,
          kind: ROUND_MAIL,
          accountId,
          subjectId: round.id,
        })),
      );
      const silent = waiting.filter((one) => one.kind === 'state' && speakers.get(keyOf(one))!.length === 0);
      await this.tasks.open(
        silent.map(({ subject }) => ({
          mechanismId: round.mechanismId,
          kind: 'find-focal-point' as const,
          subject,
          why: 'round' as const,
          causeId: round.id,
          accountId: null,
        })),
      );
    });
  }

  /** Tells those who came since a round was opened, in all open rounds. */
  async sweep(): Promise<void> {
    for (const round of await this.unitOfWork.read.findBy(Round, { state: 'open' })) await this.tell(round);
  }

  /** Tells those who have not finished that the day has moved. */
  async tellNewDay(round: Round): Promise<void> {
    const speakers = await this.circle.speakers(round.mechanismId, await this.waiting(round));
    const accountIds = new Set([...speakers.values()].flat().map(({ accountId }) => accountId));
    await this.outbox.postAll(
      [...accountIds].map((accountId) => ({
        // A day that is set, changed and set again is told once.
        key: `round-day:${round.id}:${round.dueDay}:${accountId}`,
        kind: ROUND_DAY_MAIL,
        accountId,
        subjectId: round.id,
      })),
    );
  }

  private waiting({ id }: Round): Promise<RoundAddressee[]> {
    return this.unitOfWork.read.findBy(RoundAddressee, { roundId: id, state: Not(In(FINISHED)) });
  }
}
