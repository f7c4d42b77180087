import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { holderName } from '../mechanism/mechanism.view.js';
import { EndInput } from '../mechanism/mechanism.dto.js';
import { TermInput } from './term.dto.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { TermsService } from './terms.service.js';
import { EndPage } from '../mechanism/views/end.js';
import { TermsPage } from './views/terms.js';

@Controller('mechanisms/:mechanismId/terms')
@Access('mechanism.edit')
export class TermsPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    return page(await this.list(actor, id, emptyForm({ office: 'chair' })));
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: TermInput,
      body,
      act: async (input) => {
        await this.terms.add(actor, id, input);
        return redirect(`/mechanisms/${id}/terms`, 'notice.saved');
      },
      show: (state) => this.list(actor, id, state),
    });
  }

  @Get(':termId/end')
  async endForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('termId') termId: string,
  ) {
    const { zone } = await this.mechanisms.find(id);
    const state = emptyForm({ untilDay: dayIn(zone, this.clock.now()) });
    return page(await this.ending(actor, id, termId, state));
  }

  @Post(':termId/end')
  end(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('termId') termId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: EndInput,
      body,
      act: async ({ untilDay }) => {
        await this.terms.end(actor, termId, untilDay);
        return redirect(`/mechanisms/${id}/terms`, 'notice.saved');
      },
      show: (state) => this.ending(actor, id, termId, state),
    });
  }

  private async list(actor: Actor, id: string, state: FormState) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const [terms, participants] = await Promise.all([
      this.terms.listFor(id),
      this.mechanisms.states(id, dayIn(mechanism.zone, this.clock.now())),
    ]);
    return <TermsPage {...{ mechanism, terms, participants, state }} />;
  }

  private async ending(actor: Actor, id: string, termId: string, state: FormState) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const term = (await this.terms.listFor(id)).find((one) => one.id === termId);
    if (!term) throw new NotFoundError('term');
    const name = holderName(term, actor.language);
    return <EndPage kind="term" mechanism={mechanism} id={termId} name={name} state={state} />;
  }
}
