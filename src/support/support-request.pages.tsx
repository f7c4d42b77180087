import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../mechanisms/readers/readers.service.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { Asks, FINAL } from '../platform/web/presses/asks.js';
import { Panels } from '../platform/web/panels.js';
import { SupportMoveInput, SupportOfferInput, SupportReleaseInput } from './support.dto.js';
import { SupportQueryService } from './support-query.service.js';
import { SupportService } from './support.service.js';
import { SupportOffersService } from './support-offers.service.js';
import { partnersOf } from './support.access.js';
import { SupportPage } from './views/support.js';

/** One request: released and moved by who asks, answered by partners. */
@Controller()
export class SupportRequestPages {
  constructor(
    private readonly support: SupportService,
    private readonly offers: SupportOffersService,
    private readonly requests: SupportQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
    private readonly panels: Panels,
  ) {}

  @Get('support/:id')
  @Access('support.read')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.view(actor, id));
  }

  @Post('support/:id/release')
  @Access('support.write')
  async release(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const done = await this.support.release(actor, id, readInput(SupportReleaseInput, body));
    return redirect(`/support/${id}`, done ? 'notice.supportReleased' : 'notice.inClearance');
  }

  @Post('support/:id/state')
  @Access('support.write')
  async move(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const done = await this.support.move(actor, id, readInput(SupportMoveInput, body).state);
    return redirect(`/support/${id}`, done ? 'notice.saved' : 'notice.inClearance');
  }

  @Post('support/:id/removal')
  @Access('support.write')
  @Asks<SupportRequestPages>('supports.remove', async (pages, { actor, params: { id } }) => ({
    name: (await pages.requests.findOwn(actor, id!)).title,
    consequences: [{ key: 'press.gone' }, FINAL],
    back: `/support/${id}`,
  }))
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const mechanismId = await this.support.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/support`, 'notice.supportRemoved');
  }

  @Post('support/:id/offers')
  @Access('support.offer')
  @Takes(SupportOfferInput)
  offer(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: SupportOfferInput,
      body,
      act: async (input) => {
        await this.offers.offer(actor, id, input);
        return redirect(`/support/${id}`, 'notice.supportOffered');
      },
      show: (state) => this.view(actor, id, state),
    });
  }

  @Post('support/:id/offers/:offerId/withdrawal')
  @Access('support.offer')
  async withdrawOffer(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('offerId') offerId: string,
  ) {
    await this.offers.withdraw(actor, id, offerId);
    return redirect(`/support/${id}`, 'notice.supportOfferWithdrawn');
  }

  private async view(actor: Actor, id: string, offer: FormState = emptyForm()) {
    const seen = await this.requests.find(actor, id);
    const mechanism = await this.mechanisms.find(seen.request.mechanismId);
    // Only whose request it is chooses who sees it.
    const readers = seen.sights.includes('own') ? await this.readers.in(actor, mechanism.id) : null;
    const partners = partnersOf(actor, mechanism.id);
    const panels = seen.sights.includes('own') ? await this.panels.render('support', actor, id) : [];
    return <SupportPage {...{ seen, mechanism, readers, partners, panels, offer }} />;
  }
}
