import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EndGrantInput, InvitePeopleInput } from '../../accounts/people.dto.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
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
import { PeoplePage } from './views/people.js';
import { EndRolePage } from './views/end-role.js';

@Controller('mechanisms/:mechanismId/people')
@Access('people.manage')
export class PeoplePages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
    private readonly nominations: NominationsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    const { languages, zone } = await this.mechanisms.find(id);
    const fromDay = this.today(zone);
    const state = emptyForm({ fromDay, role: 'focal-point', language: languages[0] });
    return page(await this.list(actor, id, state));
  }

  @Post()
  invite(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: InvitePeopleInput,
      body,
      act: async (input) => {
        const seats = await this.people.inviteAll(actor, id, input);
        const waiting = seats.filter((seat) => seat instanceof Nomination).length;
        const same = waiting === 0 ? 'notice.invited' : 'notice.nominated';
        const notice = waiting > 0 && waiting < seats.length ? 'notice.invitedSome' : same;
        return redirect(`/mechanisms/${id}/people`, notice);
      },
      show: (state) => this.list(actor, id, state),
    });
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

  private async list(actor: Actor, id: string, state: FormState) {
    const grants = await this.people.list(actor, id);
    const mechanism = await this.mechanisms.find(id);
    const [participants, waiting, needsContact, mails, secondFactor] = await Promise.all([
      this.mechanisms.states(id, this.today(mechanism.zone)),
      this.people.waiting(actor, id),
      this.people.needsContact(actor, id),
      this.people.undelivered(grants),
      this.people.secondFactorRule(id),
    ]);
    const lists = { grants, participants, waiting, mails };
    return <PeoplePage {...{ mechanism, ...lists, needsContact, state, secondFactor }} />;
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
