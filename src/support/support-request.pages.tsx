import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { demand } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { parse } from '../platform/http/input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/form.js';
import { page, redirect } from '../platform/web/page.js';
import { FactorsService } from '../practices/factors/factors.service.js';
import { supportMoveInput, supportOfferInput, supportReleaseInput } from './support.dto.js';
import { SupportReader } from './support-reader.js';
import { SupportService } from './support.service.js';
import { partnersOf } from './support.access.js';
import { FactorsPage } from '../practices/factors/views/factors.js';
import { SupportPage } from './views/support.js';

/** One request: released and moved by who asks, answered by partners. And what holds States back in general. */
@Controller()
export class SupportRequestPages {
  constructor(
    private readonly support: SupportService,
    private readonly reader: SupportReader,
    private readonly factors: FactorsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/hindering-factors')
  @Access('progress.read')
  async hinderingFactors(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    demand(actor, 'progress.read', mechanismId, 'mechanism');
    const mechanism = await this.mechanisms.find(mechanismId);
    return page(<FactorsPage mechanism={mechanism} factors={await this.factors.of(actor, mechanismId)} />);
  }

  @Get('support/:id')
  @Access('support.read')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return page(await this.sheet(actor, id));
  }

  @Post('support/:id/release')
  @Access('support.write')
  async release(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    await this.support.release(actor, id, parse(supportReleaseInput, body));
    return redirect(`/support/${id}`, 'notice.supportReleased');
  }

  @Post('support/:id/state')
  @Access('support.write')
  async move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    await this.support.move(actor, id, parse(supportMoveInput, body).state);
    return redirect(`/support/${id}`, 'notice.saved');
  }

  @Post('support/:id/removal')
  @Access('support.write')
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const mechanismId = await this.support.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/support`, 'notice.supportRemoved');
  }

  @Post('support/:id/offers')
  @Access('support.offer')
  offer(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    return submitForm({
      schema: supportOfferInput,
      body,
      act: async (input) => {
        await this.support.offer(actor, id, input);
        return redirect(`/support/${id}`, 'notice.supportOffered');
      },
      show: (state) => this.sheet(actor, id, state),
    });
  }

  @Post('support/:id/offers/:offerId/withdrawal')
  @Access('support.offer')
  async withdrawOffer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
  ) {
    await this.support.withdrawOffer(actor, id, offerId);
    return redirect(`/support/${id}`, 'notice.supportOfferWithdrawn');
  }

  private async sheet(actor: Actor, id: string, offer: FormState = emptyForm()) {
    const seen = await this.reader.find(actor, id);
    const mechanism = await this.mechanisms.find(seen.request.mechanismId);
    const partners = partnersOf(actor, mechanism.id);
    return <SupportPage {...{ seen, mechanism, partners, offer }} />;
  }
}
