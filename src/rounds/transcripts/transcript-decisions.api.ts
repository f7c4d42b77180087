import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { showingConflict } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { TranscriptConfirmation, TranscriptRefusal } from './transcript.dto.js';
import type { Transcript } from './transcript.entity.js';
import { transcriptResource } from './transcript.resource.js';
import { TranscriptDecisions } from './transcript-decisions.service.js';

/** What a delegation says to what its secretariat typed for it. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id/addressees/:addresseeId/own-transcript')
@Access('progress.write')
export class TranscriptDecisionsApi {
  constructor(
    private readonly decisions: TranscriptDecisions,
    private readonly rounds: RoundQueryService,
  ) {}

  /** The one that waits for the caller's delegation. */
  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    return transcriptResource(await this.decisions.find(actor, addressee));
  }

  /** Confirms it, and hands everything that is written in. Without `answers`, the words are as they were typed. */
  @Post('confirmation')
  @HttpCode(204)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() { version, ...words }: TranscriptConfirmation,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    const input = Object.keys(words.answers).length > 0 ? words : undefined;
    await showingConflict(this.decisions.confirm(actor, addressee, version, input), resourceOf);
  }

  @Post('refusal')
  @HttpCode(204)
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: TranscriptRefusal,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    await showingConflict(this.decisions.refuse(actor, addressee, input), resourceOf);
  }
}

/** The transcript as it is now, or the ids of the answers that collided with drafts. */
const resourceOf = (current: Transcript | string[]) =>
  Array.isArray(current) ? current : transcriptResource(current);
