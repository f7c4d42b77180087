import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { mailResource } from './mail.resource.js';
import { MailFilterInput, MailsQuery } from './mails.dto.js';
import { MailsService } from './mails.service.js';

/** Mails that did not arrive. What they say is not here. */
@ApiTags('installation')
@ApiBearerAuth()
@Controller('api/v1/mails')
@Access('installation.manage')
export class MailsApi {
  constructor(private readonly mails: MailsService) {}

  /** What failed for good (the default), waits for longer than it should, or was dropped; newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { state, kind, cursor }: MailsQuery) {
    const { items, nextCursor, kinds } = await this.mails.list(
      actor,
      { state: state ?? 'failed', kind },
      cursor,
    );
    return { items: items.map(mailResource), nextCursor, kinds };
  }

  /** Has all of them tried again, or all of a kind. */
  @Post('retry')
  @HttpCode(200)
  async retryAll(@CurrentActor() actor: Actor, @Body() { state, kind }: MailFilterInput) {
    return { count: await this.mails.retryAll(actor, { state: state ?? 'failed', kind }) };
  }

  /** Has one tried again. */
  @Post(':id/retry')
  @HttpCode(204)
  async retry(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.mails.retry(actor, id);
  }
}
