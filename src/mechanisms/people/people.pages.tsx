import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EndGrantInput } from '../../accounts/people.dto.js';
import { NominationsService } from '../../accounts/seats/nominations.service.js';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks } from '../../platform/web/presses/asks.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MechanismPeopleService } from './mechanism-people.service.js';
import { PeopleFilterInput } from './people-filter.dto.js';
import { RoleInvitations } from './role-invitations.service.js';
import { PeoplePage } from './views/people.js';
import { PersonPage } from './views/person.js';
import { EndRolePage } from './views/end-role.js';

@Controller('mechanisms/:mechanismId/people')
@Access('people.manage')
export class PeoplePages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
    private readonly invitations: RoleInvitations,
    private readonly nominations: NominationsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Query() { q }: PeopleFilterInput,
  ) {
    const grants = await this.people.list(actor, id);
    const mechanism = await this.mechanisms.find(id);
    const [waiting, mails, sent, participants, expected, secondFactor, unserved] = await Promise.all([
      this.people.waiting(actor, id),
      this.people.undelivered(grants),
      this.invitations.sent(grants),
      this.mechanisms.states(id, this.today(mechanism.zone)),
      this.invitations.expected(actor, id),
      this.people.secondFactorRule(id),
      this.people.needsContact(actor, id),
    ]);
    const lists = { grants, waiting, mails, sent, participants, expected: expected.length };
    return page(<PeoplePage {...{ mechanism, ...lists, secondFactor, unserved, wanted: q ?? '' }} />);
  }

  /** Invites all who have not opened their account once more. */
  @Post('invitations')
  @Asks<PeoplePages>('people.again', async (pages, { actor, params: { mechanismId } }) => {
    const expected = await pages.invitations.expected(actor, mechanismId!);
    return {
      consequences: [{ key: 'press.retry', values: { count: expected.length } }],
      back: `/mechanisms/${mechanismId}/people`,
    };
  })
  async inviteAllAgain(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    await this.invitations.sendAgain(actor, id, null);
    return redirect(`/mechanisms/${id}/people`, 'notice.mailRetried');
  }

  /** Somebody's roles here, and what they were sent about them. */
  @Get(':grantId')
  async person(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @PathId('grantId') grantId: string,
  ) {
    const mechanism = await this.mechanisms.find(id);
    return page(<PersonPage mechanism={mechanism} {...await this.invitations.mailsOf(actor, id, grantId)} />);
  }

  @Post(':grantId/invitation')
  async inviteAgain(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @PathId('grantId') grantId: string,
  ) {
    await this.invitations.sendAgain(actor, id, grantId);
    return redirect(`/mechanisms/${id}/people`, 'notice.mailRetried');
  }

  @Get(':grantId/end')
  async endForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
  ) {
    const { zone } = await this.mechanisms.find(id);
    return page(await this.ending(actor, id, grantId, emptyForm({ untilDay: this.today(zone) })));
  }

  @Post(':grantId/end')
  end(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: EndGrantInput,
      body,
      act: async (input) => {
        await this.people.end(actor, grantId, input);
        return redirect(`/mechanisms/${id}/people`, input.now ? 'notice.roleEnded' : 'notice.roleEnds');
      },
      show: (state) => this.ending(actor, id, grantId, state),
    });
  }

  @Post(':grantId/mail/retry')
  async retryMail(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
  ) {
    await this.people.retryMail(actor, id, grantId);
    return redirect(`/mechanisms/${id}/people`, 'notice.mailRetried');
  }

  /** Takes back a seat that waits. */
  @Post(':grantId/withdrawal')
  @Asks<PeoplePages>('seat.withdraw', async (pages, { actor, params: { mechanismId, grantId } }) => {
    const waiting = await pages.people.waiting(actor, mechanismId!);
    const seat = waiting.find(({ id }) => id === grantId);
    if (!seat) throw new NotFoundError('role');
    return {
      name: seat.account.name,
      consequences: [{ key: 'press.seat' }, { key: 'press.seat.again' }],
      back: `/mechanisms/${mechanismId}/people`,
    };
  })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @PathId('grantId') grantId: string,
  ) {
    if (!(await this.nominations.withdraw(actor, grantId))) throw new NotFoundError('role');
    return redirect(`/mechanisms/${id}/people`, 'notice.seatWithdrawn');
  }

  private async ending(actor: Actor, id: string, grantId: string, state: FormState) {
    const grant = await this.people.find(actor, id, grantId);
    const last = await this.people.isLastSecretariat(grant);
    return <EndRolePage mechanism={await this.mechanisms.find(id)} {...{ grant, last, state }} />;
  }

  private today(zone: string) {
    return dayIn(zone, this.clock.now());
  }
}
