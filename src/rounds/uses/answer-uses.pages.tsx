import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { AnswerUsesInput } from './answer-uses.dto.js';
import { AnswerUsesService, valuesOf } from './answer-uses.service.js';
import { AnswerUsesPage } from './views/answer-uses.js';

/** How documents may use all answers of one's delegation to a call, decided on one page. */
@ApiExcludeController()
@Controller('rounds/:id/addressees/:addresseeId/use')
@Access('progress.write')
export class AnswerUsesPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly uses: AnswerUsesService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    return page(await this.draw(actor, id, addresseeId));
  }

  @Post()
  @Takes(AnswerUsesInput)
  decide(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: AnswerUsesInput,
      body,
      act: async (input) => {
        const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
        const done = await this.uses.decide(actor, addressee, input);
        return redirect(
          `/rounds/${id}/addressees/${addresseeId}/use`,
          done ? 'notice.disclosed' : 'notice.inClearance',
        );
      },
      show: (state) => this.draw(actor, id, addresseeId, state),
    });
  }

  private async draw(actor: Actor, id: string, addresseeId: string, state?: FormState) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    const [mechanism, uses, readers] = await Promise.all([
      this.mechanisms.find(addressee.round.mechanismId),
      this.uses.list(actor, addressee),
      this.readers.in(actor, addressee.round.mechanismId),
    ]);
    return (
      <AnswerUsesPage
        {...{ mechanism, addressee, uses, readers }}
        state={state ?? emptyForm(valuesOf(uses))}
      />
    );
  }
}
