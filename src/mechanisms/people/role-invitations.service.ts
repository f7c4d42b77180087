import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RoleGrant } from '../../accounts/account.entity.js';
import {
  ENDED_MAIL,
  HANDED_OVER_MAIL,
  JOINED_MAIL,
  NOMINATED_MAIL,
  NOT_GIVEN_MAIL,
  NOTICE_MAIL,
  ROLE_MAIL,
} from '../../accounts/seats/role-mails.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { isExpected } from './expected.js';
import { MechanismPeopleService } from './mechanism-people.service.js';

/** All mails that are about a role, or about a seat that waits. */
const KINDS = [
  ROLE_MAIL,
  NOMINATED_MAIL,
  HANDED_OVER_MAIL,
  JOINED_MAIL,
  NOTICE_MAIL,
  NOT_GIVEN_MAIL,
  ENDED_MAIL,
].map(({ kind }) => kind);

/** What people of a mechanism were sent about their roles, and invitations that are sent again. */
@Injectable()
export class RoleInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
  ) {}

  /** When each was last told of their role, by the role's id. Who was not, because the mail did not go out, is missing. */
  async sent(grants: readonly RoleGrant[]): Promise<Map<string, Date>> {
    const subjectId = In(grants.map(({ id }) => id));
    const mails = await this.unitOfWork.read.find(OutgoingMessage, {
      select: { id: true, subjectId: true, sentAt: true, createdAt: true },
      where: { kind: ROLE_MAIL.kind, subjectId, state: 'sent' },
      order: { id: 'ASC' },
    });
    return new Map(mails.map((mail) => [mail.subjectId!, mail.sentAt ?? mail.createdAt]));
  }

  /**
   * Has whoever has not opened their account invited once more: one person, by the role's id, or all of them (null).
   * Once a day each. Throws NotFoundError when that person came.
   */
  async sendAgain(actor: Actor, mechanismId: string, grantId: string | null): Promise<void> {
    const grants = await this.expected(actor, mechanismId);
    const chosen = grantId === null ? grants : grants.filter(({ id }) => id === grantId);
    if (chosen.length === 0) throw new NotFoundError('role');
    const { zone } = await this.mechanisms.find(mechanismId);
    const day = dayIn(zone, this.clock.now());
    const { kind } = ROLE_MAIL;
    await this.unitOfWork.run(async () => {
      const posted = await this.outbox.postAll(
        chosen.map(({ id, accountId }) => ({
          ...{ key: `${kind}:${id}:${day}`, kind, accountId, subjectId: id },
          postedBy: actor.accountId,
        })),
      );
      if (posted.length === 0) return;
      await this.history.record(actor, {
        action: 'mail.retry',
        subjectKind: 'mail',
        subjectId: '',
        scope: mechanismId,
        after: { kind, count: posted.length },
      });
    });
  }

  /** Of each person who has not come one role. */
  async expected(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    const grants = (await this.people.list(actor, mechanismId)).filter(isExpected);
    return [...new Map(grants.map((grant) => [grant.accountId, grant])).values()];
  }

  /** The mails that somebody got about roles here, newest first. What they said is kept nowhere. */
  async mailsOf(actor: Actor, mechanismId: string, grantId: string) {
    const grant = await this.people.find(actor, mechanismId, grantId);
    const grants = await this.people.list(actor, mechanismId);
    const waiting = await this.unitOfWork.read.find(Nomination, {
      select: { id: true },
      where: { mechanismId },
    });
    const mails = await this.unitOfWork.read.find(OutgoingMessage, {
      where: {
        accountId: grant.accountId,
        kind: In(KINDS),
        subjectId: In([...grants, ...waiting].map(({ id }) => id)),
      },
      order: { id: 'DESC' },
      take: 50,
    });
    return { grant, roles: grants.filter(({ accountId }) => accountId === grant.accountId), mails };
  }
}
