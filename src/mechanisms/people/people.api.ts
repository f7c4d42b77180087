import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { mailResource } from '../../accounts/mails/mail.resource.js';
import { EndGrantInput, InviteInput } from '../../accounts/people.dto.js';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { holderResource, seatResource } from '../mechanism/mechanism.resource.js';
import { RoleInvitations } from './role-invitations.service.js';
import { MechanismPeopleService } from './mechanism-people.service.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1')
@Access('people.manage')
export class PeopleApi {
  constructor(
    private readonly people: MechanismPeopleService,
    private readonly invitations: RoleInvitations,
  ) {}

  /**
   * Roles held in a mechanism, today or later. `mail` is the one about the role, when it did not arrive; `waiting` are
   * those that wait to be confirmed, and hold nothing yet.
   */
  @Get('mechanisms/:mechanismId/people')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const grants = await this.people.list(actor, mechanismId);
    const waiting = await this.people.waiting(actor, mechanismId);
    const isAsked = await this.people.secondFactorRule(mechanismId);
    const mails = await this.people.undelivered(grants);
    const items = grants.map((grant) => ({
      ...holderResource(grant),
      // Only of whom one is required.
      ...(isAsked(grant) && { secondFactor: !!grant.account.secondFactorSince }),
      mail: mails.has(grant.id) ? mailResource(mails.get(grant.id)!) : null,
    }));
    return { items, waiting: waiting.map(holderResource), nextCursor: null };
  }

  /** Has the mail that tells somebody of a role sent again, when it did not arrive. */
  @Post('mechanisms/:mechanismId/people/:id/mail/retry')
  @HttpCode(204)
  async retryMail(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
  ) {
    await this.people.retryMail(actor, mechanismId, id);
  }

  /**
   * Gives somebody a role. The person is notified by mail. Where others hold the same, or an administrator gives it, it
   * waits for them (`standing` is `waiting`). In a browser only: a role outlives the key that gave it.
   */
  @Post('mechanisms/:mechanismId/people')
  @InPerson()
  async invite(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: InviteInput,
  ) {
    return seatResource(await this.people.invite(actor, mechanismId, input));
  }

  /** Invites somebody who has not opened their account once more; once a day. */
  @Post('mechanisms/:mechanismId/people/:id/invitation')
  @HttpCode(204)
  async inviteAgain(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @PathId() id: string,
  ) {
    await this.invitations.sendAgain(actor, mechanismId, id);
  }

  /** The same for all of them. */
  @Post('mechanisms/:mechanismId/people/invitations')
  @HttpCode(204)
  async inviteAllAgain(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    await this.invitations.sendAgain(actor, mechanismId, null);
  }

  /** The mails that somebody got about roles here, newest first. */
  @Get('mechanisms/:mechanismId/people/:id/mails')
  async mails(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @PathId() id: string) {
    const { mails } = await this.invitations.mailsOf(actor, mechanismId, id);
    return { items: mails.map((message) => mailResource({ message, person: null })), nextCursor: null };
  }

  /** Ends a role after a day, or at once (`now`); takes back one that waits. */
  @Post('people/:id/end')
  @HttpCode(200)
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EndGrantInput) {
    return seatResource(await this.people.end(actor, id, input));
  }
}
