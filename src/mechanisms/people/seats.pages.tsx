import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ObjectionInput } from '../../accounts/people.dto.js';
import { ContactNotices } from '../../accounts/seats/contact-notices.service.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { NominationsService } from '../../accounts/seats/nominations.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { SecretAddress } from '../../platform/http/secret-address.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MechanismPeopleService } from './mechanism-people.service.js';
import { ContactAnsweredPage, ContactPage } from './views/contact.js';
import { SeatPage } from './views/seats.js';

/** A seat that waits, for those who are asked about it. Some of them have no role any more. */
@ApiExcludeController()
@Controller('seats/:id')
@Access('signed-in')
export class SeatPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly query: NominationQuery,
    private readonly nominations: NominationsService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.sheet(actor, id, emptyForm()));
  }

  @Post('confirmation')
  async confirm(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.nominations.confirm(actor, id);
    return redirect('/tasks', 'notice.seatConfirmed');
  }

  @Post('objection')
  object(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ObjectionInput,
      body,
      act: async ({ reason }) => {
        await this.nominations.object(actor, id, reason);
        return redirect('/tasks', 'notice.seatObjected');
      },
      show: (state) => this.sheet(actor, id, state),
    });
  }

  private async sheet(actor: Actor, id: string, state: FormState) {
    const seat = await this.query.find(actor, id);
    return (
      <SeatPage
        seat={seat}
        mechanism={await this.mechanisms.find(seat.nomination.mechanismId)}
        state={state}
      />
    );
  }
}

/** A mechanism's contact says here, without an account, whether a role that an administrator gave is right. */
@ApiExcludeController()
@Controller('seat-notices/:token')
@Access('anyone')
@SecretAddress()
export class SeatNoticePages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
    private readonly contacts: ContactNotices,
  ) {}

  /** Showing changes nothing: scanners open links. */
  @Get()
  async show(@Param('token') token: string) {
    const notice = await this.contacts.open(token);
    const mechanism = await this.mechanisms.find(notice.mechanismId);
    return page(<ContactPage notice={notice} mechanism={mechanism} action={`/seat-notices/${token}`} />);
  }

  @Post('confirmation')
  async confirm(@Param('token') token: string) {
    await this.people.answer(token, true);
    return page(<ContactAnsweredPage agreed />);
  }

  @Post('objection')
  async object(@Param('token') token: string) {
    await this.people.answer(token, false);
    return page(<ContactAnsweredPage agreed={false} />);
  }
}
