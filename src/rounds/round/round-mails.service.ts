import { Injectable } from '@nestjs/common';
import { MailsService, type TroubledMail } from '../../accounts/mails/mails.service.js';
import { can } from '../../accounts/roles.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RoundAskMail, RoundDayMail } from './round.mail.js';
import { RoundQueryService } from './round-query.service.js';

/** The mails of a round that did not arrive: its invitations, and that its day has moved. For its secretariat. */
@Injectable()
export class RoundMailsService {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly mails: MailsService,
    private readonly outbox: Outbox,
    private readonly askMail: RoundAskMail,
    private readonly dayMail: RoundDayMail,
  ) {}

  /** Nothing for who does not manage the round. */
  async undelivered(actor: Actor, roundId: string): Promise<TroubledMail[]> {
    const { round } = await this.rounds.find(actor, roundId);
    if (!can(actor, 'rounds.manage', round.mechanismId)) return [];
    return this.mails.about({ kinds: [this.askMail.kind, this.dayMail.kind], subjectIds: [round.id] });
  }

  /** Has one sent again. Throws NotFoundError when it is not among them. */
  async retry(actor: Actor, roundId: string, id: string): Promise<void> {
    const { mechanismId } = await this.rounds.findToManage(actor, roundId);
    const mails = await this.undelivered(actor, roundId);
    if (!mails.some(({ message }) => message.id === id)) throw new NotFoundError('mail');
    await this.outbox.retry(actor, [id], mechanismId);
  }
}
