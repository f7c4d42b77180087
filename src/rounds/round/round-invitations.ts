import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { RoleGrant } from '../../accounts/account.entity.js';
import { TasksService } from '../../mechanisms/tasks/tasks.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { recipientsOf } from '../../platform/mail/recipients.js';
import { keyOf } from '../addressees/question-target.js';
import { Round, RoundAddressee } from './round.entity.js';
import { EligibleAddresseesService } from '../addressees/eligible-addressees.service.js';
import { RoundAskMail, RoundDayMail } from './round.mail.js';
import { ANSWERED_STATES } from './round.workflow.js';

/** Puts an open round to those it is for, and makes sure that somebody is notified. */
@Injectable()
export class RoundInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly askMail: RoundAskMail,
    private readonly dayMail: RoundDayMail,
    private readonly eligible: EligibleAddresseesService,
    private readonly tasks: TasksService,
  ) {}

  /** Posts one mail to everybody who speaks for an addressee that has not finished, once; and a task where nobody does. */
  async tell(round: Round, by?: Actor): Promise<void> {
    await this.unitOfWork.run(async () => {
      const waiting = await this.waiting(round);
      const speakers = await this.eligible.speakers(round.mechanismId, waiting);
      await this.outbox.post(this.askMail, round, accountsOf(speakers), by);
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

  /** Who gets a mail when a round is opened, or its day moves: everybody who speaks for somebody that has not finished. */
  async recipients(round: Round, by: Actor): Promise<string[]> {
    const speakers = await this.eligible.speakers(round.mechanismId, await this.waiting(round));
    return recipientsOf(accountsOf(speakers), by);
  }

  /** Notifies those who came since a round was opened, in all open rounds. */
  async sweep(): Promise<void> {
    for (const round of await this.unitOfWork.read.findBy(Round, { state: 'open' })) await this.tell(round);
  }

  /** Notifies those who have not finished that the day has moved. */
  async tellNewDay(round: Round, by: Actor): Promise<void> {
    await this.outbox.post(this.dayMail, round, await this.recipients(round, by), by);
  }

  /** Whose answer is still to come. */
  waiting({ id }: Round): Promise<RoundAddressee[]> {
    return this.unitOfWork.read.findBy(RoundAddressee, { roundId: id, state: Not(In(ANSWERED_STATES)) });
  }
}

const accountsOf = (speakers: Map<string, RoleGrant[]>) =>
  [...speakers.values()].flat().map(({ accountId }) => accountId);
