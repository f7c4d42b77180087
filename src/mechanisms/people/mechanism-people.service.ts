import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import type { EndGrantInput, InviteInput } from '../../accounts/people.dto.js';
import { PeopleService } from '../../accounts/people.service.js';
import { SecondFactorRequirement } from '../../accounts/second-factor/requirement.service.js';
import { MailsService, type TroubledMail } from '../../accounts/mails/mails.service.js';
import { ROLE_MAIL } from '../../accounts/seats/role-mails.js';
import { demand } from '../../accounts/roles.js';
import { ContactNotices } from '../../accounts/seats/contact-notices.service.js';
import type { ContactNotice, Nomination } from '../../accounts/seats/nomination.entity.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { NominationsService } from '../../accounts/seats/nominations.service.js';
import { SeatEndings } from '../../accounts/seats/seat-endings.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
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
    private readonly query: NominationQuery,
    private readonly nominations: NominationsService,
    private readonly endings: SeatEndings,
    private readonly contacts: ContactNotices,
    private readonly unitOfWork: UnitOfWork,
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

  /** Seats that wait for those they are among. */
  waiting(actor: Actor, mechanismId: string): Promise<Nomination[]> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    return this.query.waitingIn(mechanismId);
  }

  /** Gives a role, or nominates for it. A mail says so, with a way in for somebody who has no account yet. */
  async invite(actor: Actor, mechanismId: string, input: InviteInput): Promise<RoleGrant | Nomination> {
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

  /** Whether the mechanism has no secretariat without this role. */
  async isLastSecretariat({ id, accountId }: RoleGrant): Promise<boolean> {
    return (await this.endings.lastOf(accountId)).some((one) => one.id === id);
  }

  /** Ends a role after a day or at once, or takes back one that waits. */
  async end(actor: Actor, id: string, { now, untilDay }: Pick<EndGrantInput, 'now' | 'untilDay'>) {
    return (await this.nominations.withdraw(actor, id)) ?? this.endings.end(actor, id, now ? null : untilDay);
  }

  /** Whether whoever gives a role here has to name a contact: an administrator, where no secretariat is. */
  async needsContact(actor: Actor, mechanismId: string): Promise<boolean> {
    const isOffice = actor.grants.some(({ role, scope }) => role === 'secretariat' && scope === mechanismId);
    return !isOffice && (await this.people.holders(mechanismId, 'secretariat')).length === 0;
  }

  /** Roles that an administrator gave where no secretariat was: for all who have a part in the mechanism. */
  async givenByAdministrators(actor: Actor, mechanismId: string): Promise<ContactNotice[]> {
    const hasPart = actor.administrator || actor.grants.some(({ scope }) => scope === mechanismId);
    return hasPart ? this.contacts.shownIn(mechanismId) : [];
  }

  /** What the contact says to a role an administrator gave. What it refuses ends at once, or is never given. */
  async answer(secret: string, agreed: boolean): Promise<void> {
    await this.unitOfWork.run(async () => {
      const notice = await this.contacts.open(secret);
      await this.contacts.answer(notice, agreed ? 'role.contactConfirm' : 'role.contactObject');
      if (agreed) return;
      const by = { accountId: null, name: notice.contact };
      await this.nominations.refuseByContact(by, notice.id);
      await this.endings.endByContact(by, notice.id);
    });
  }
}
