import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import type { InviteInput } from '../../accounts/people.dto.js';
import { PeopleService } from '../../accounts/people.service.js';
import { demand } from '../../accounts/roles.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** The people of one mechanism: what accounts know of roles, for a mechanism that exists. */
@Injectable()
export class MechanismPeopleService {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: PeopleService,
  ) {}

  /** Roles held today or later, with who holds them. */
  async list(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    demand(actor, 'people.manage', mechanismId, 'mechanism');
    await this.mechanisms.find(mechanismId);
    return this.people.grantsIn(actor, mechanismId);
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

  /** Ends a role after a day. */
  end(actor: Actor, grantId: string, untilDay: Day): Promise<RoleGrant> {
    return this.people.endGrant(actor, grantId, untilDay);
  }
}
