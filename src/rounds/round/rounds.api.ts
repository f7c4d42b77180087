import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { mailResource } from '../../accounts/mails/mail.resource.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed } from '../../platform/http/conflict.js';
import { DueDayInput, RoundChange, RoundInput } from './round.dto.js';
import { roundResource } from './round.resource.js';
import { RoundLifecycleService } from './round-lifecycle.service.js';
import { RoundMailsService } from './round-mails.service.js';
import { RoundQueryService } from './round-query.service.js';
import { RoundsService } from './rounds.service.js';

/** Calls for inputs. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1')
export class RoundsApi {
  constructor(
    private readonly rounds: RoundsService,
    private readonly lifecycle: RoundLifecycleService,
    private readonly query: RoundQueryService,
    private readonly mails: RoundMailsService,
  ) {}

  /** A mechanism's rounds, the one of the latest day first; drafts only for the secretariat. */
  @Get('mechanisms/:mechanismId/rounds')
  @Access('rounds.read')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const rounds = await this.query.list(actor, mechanismId);
    return { items: rounds.map(roundResource), nextCursor: null };
  }

  /** Begins a draft. */
  @Post('mechanisms/:mechanismId/rounds')
  @Access('rounds.manage')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: RoundInput,
  ) {
    return this.shown(actor, (await this.rounds.create(actor, mechanismId, input)).id);
  }

  /** A round, with what the caller's own delegations are asked in it. */
  @Get('rounds/:id')
  @Access('rounds.read')
  show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.shown(actor, id);
  }

  /** Changes a draft. */
  @Patch('rounds/:id')
  @Access('rounds.manage')
  update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() change: RoundChange) {
    return changed(this.rounds.update(actor, id, change), () => this.shown(actor, id));
  }

  /** Throws away a draft. */
  @Delete('rounds/:id')
  @Access('rounds.manage')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.rounds.remove(actor, id);
  }

  /** Puts the questions to the addressees, and tells their people by mail. */
  @Post('rounds/:id/opening')
  @Access('rounds.manage')
  @HttpCode(200)
  open(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.lifecycle.open(actor, id), () => this.shown(actor, id));
  }

  /** Moves the day of an open round. */
  @Put('rounds/:id/due-day')
  @Access('rounds.manage')
  extend(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { dueDay }: DueDayInput) {
    return changed(this.lifecycle.extend(actor, id, dueDay), () => this.shown(actor, id));
  }

  /** Ends an open round. */
  @Post('rounds/:id/closing')
  @Access('rounds.manage')
  @HttpCode(200)
  close(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.lifecycle.close(actor, id), () => this.shown(actor, id));
  }

  /** Its invitations and other mails that did not arrive. */
  @Get('rounds/:id/mails')
  @Access('rounds.manage')
  async undelivered(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.mails.undelivered(actor, id)).map(mailResource), nextCursor: null };
  }

  /** Has one of them sent again. */
  @Post('rounds/:id/mails/:mailId/retry')
  @Access('rounds.manage')
  @HttpCode(204)
  async retryMail(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('mailId') mailId: string) {
    await this.mails.retry(actor, id, mailId);
  }

  private async shown(actor: Actor, id: string) {
    return roundResource(await this.query.find(actor, id));
  }
}
