import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { NotFoundError } from '../../platform/errors.js';
import { NewTranscriptInput, TranscriptChange, TranscriptVersion } from './transcript.dto.js';
import { transcriptResource } from './transcript.resource.js';
import { TranscriptsService } from './transcripts.service.js';

/** What a delegation sent in another way, as its secretariat types it. It is an answer once the delegation confirms it. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id/addressees/:addresseeId/transcript')
@Access('rounds.manage')
export class TranscriptsApi {
  constructor(private readonly transcripts: TranscriptsService) {}

  /** The last one, whatever became of it. */
  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const { transcript } = await this.transcripts.sheet(actor, id, addresseeId);
    if (!transcript) throw new NotFoundError('transcript');
    return transcriptResource(transcript);
  }

  @Post()
  enter(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: NewTranscriptInput,
  ) {
    return asResource(this.transcripts.enter(actor, id, addresseeId, input), transcriptResource);
  }

  /** Corrects one that nobody has confirmed or refused. */
  @Put()
  change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: TranscriptChange,
  ) {
    return asResource(this.transcripts.change(actor, id, addresseeId, input), transcriptResource);
  }

  @Post('withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() { version }: TranscriptVersion,
  ) {
    return asResource(this.transcripts.withdraw(actor, id, addresseeId, version), transcriptResource);
  }
}
