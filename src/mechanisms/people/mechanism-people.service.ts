import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import type { InviteInput } from '../../accounts/people.dto.js';
import { PeopleService } from '../../accounts/people.service.js';
import { SecondFactorRequirement } from '../../accounts/second-factor/requirement.service.js';
import { MailsService, type TroubledMail } from '../../accounts/mails/mails.service.js';
import { ROLE_MAIL } from '../../accounts/role-mails.js';
import { demand } from '../../accounts/roles.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** The people of one mechanism: what accounts know of roles, for a mechanism that exists. */
@Injectable()
export class MechanismPeopleService {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: PeopleService,
    private readonly secondFactor: SecondFactorRequirement,
    private readonly mails: MailsService,
    private readonly outbox: Outbox,
  ) {}

  /** Roles held today or later, with who holds them. */
  async list(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    await this.mechanisms.find(mechanismId);
    return this.people.grantsIn(actor, mechanismId);
  }

  /** Whether those who hold a role here must sign in with a second factor. Who must not is not asked, nor shown. */
  async secondFactorRule(mechanismId: string): Promise<(grant: Pick<RoleGrant, 'role'>) => boolean> {
    const roles = await this.secondFactor.rolesIn(mechanismId);
    return ({ role }) => roles.includes(role);
  }

  /** Gives a role. A mail says so, with a way in for somebody who has no account yet. */
  async invite(actor: Actor, mechanismId: string, input: InviteInput): Promise<RoleGrant> {
    const { id } = await this.mechanisms.find(mechanismId);
    return this.people.invite(actor, id, input);
  }

  /** A role of this mechanism, held today or later. */
  async find(actor: Actor, mechanismId: string, grantId: string): Promise<RoleGrant> {
    const grants = await this.list(actor, mechanismId);
    const grant = grants.find((one) => one.id === grantId);
    if (!grant) throw new NotFoundError('role');
    return grant;
  }

  /** Of the mails that told people of these roles, those that did not arrive, by the role's id. */
  async undelivered(grants: readonly RoleGrant[]): Promise<Map<string, TroubledMail>> {
    const mails = await this.mails.about({ kinds: [ROLE_MAIL.kind], subjectIds: grants.map(({ id }) => id) });
    return new Map(mails.map((mail) => [mail.message.subjectId!, mail]));
  }

  /** Has the mail about a role sent again. Throws NotFoundError when it arrived. */
  async retryMail(actor: Actor, mechanismId: string, grantId: string): Promise<void> {
    const mail = (await this.undelivered([await this.find(actor, mechanismId, grantId)])).get(grantId);
    if (!mail) throw new NotFoundError('mail');
    await this.outbox.retry(actor, [mail.message.id], mechanismId);
  }

  /** Ends a role after a day. */
  end(actor: Actor, grantId: string, untilDay: Day): Promise<RoleGrant> {
    return this.people.endGrant(actor, grantId, untilDay);
  }
}
