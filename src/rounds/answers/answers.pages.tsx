import { Controller, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { redirect } from '../../platform/web/page.js';
import { OffersUndo } from '../../platform/web/presses/asks.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { AnswersService } from './answers.service.js';
import { handedInNotice } from '../round/round.view.js';

/** The buttons on a delegation's part of a round. */
@ApiExcludeController()
@Controller()
@Access('progress.write')
export class AnswersPages {
  constructor(private readonly answers: AnswersService) {}

  @Post('round-answers/:id/entry')
  async begin(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { id: entry, state } = await this.answers.begin(actor, id);
    return redirect(isEditable(state) ? `/progress/${entry}/edit` : `/progress/${entry}`);
  }

  @Post('round-answers/:id/declination')
  @OffersUndo()
  async declineOne(@CurrentActor() actor: Actor, @PathId() id: string) {
    const roundId = await this.answers.declineOne(actor, id, true);
    const undo = { action: `/round-answers/${id}/reconsideration` };
    return redirect(`/rounds/${roundId}`, 'notice.declined', undo);
  }

  @Post('round-answers/:id/reconsideration')
  async reconsiderOne(@CurrentActor() actor: Actor, @PathId() id: string) {
    return redirect(`/rounds/${await this.answers.declineOne(actor, id, false)}`);
  }

  @Post('rounds/:id/addressees/:addresseeId/submission')
  async handIn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    return redirect(`/rounds/${id}`, handedInNotice(await this.answers.handIn(actor, id, addresseeId)));
  }

  @Post('rounds/:id/addressees/:addresseeId/declination')
  @OffersUndo()
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.answers.decline(actor, id, addresseeId);
    const undo = { action: `/rounds/${id}/addressees/${addresseeId}/reconsideration` };
    return redirect(`/rounds/${id}`, 'notice.declined', undo);
  }

  @Post('rounds/:id/addressees/:addresseeId/reconsideration')
  async reconsider(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
  ) {
    await this.answers.reconsider(actor, id, addresseeId);
    return redirect(`/rounds/${id}`, 'notice.reconsidered');
  }
}
