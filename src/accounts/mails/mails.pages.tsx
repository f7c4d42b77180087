import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks } from '../../platform/web/presses/asks.js';
import { MailFilterInput, MailsQuery } from './mails.dto.js';
import { MailsService } from './mails.service.js';
import { addressOf, MailsPage } from './views/mails.js';

@ApiExcludeController()
@Controller('mails')
@Access('installation.manage')
export class MailsPages {
  constructor(private readonly mails: MailsService) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() { state, kind, cursor }: MailsQuery) {
    const filter = { state: state ?? 'failed', kind };
    return page(<MailsPage filter={filter} {...await this.mails.list(actor, filter, cursor)} />);
  }

  @Post('retry')
  @Asks<MailsPages>('mails.retryAll', async (pages, { actor, body }) => {
    const { state, kind } = readInput(MailFilterInput, body);
    const filter = { state: state ?? 'failed', kind };
    const count = await pages.mails.countAll(actor, filter);
    return { consequences: [{ key: 'press.retry', values: { count } }], back: addressOf(filter) };
  })
  async retryAll(@CurrentActor() actor: Actor, @Body() { state, kind }: MailFilterInput) {
    const filter = { state: state ?? 'failed', kind };
    await this.mails.retryAll(actor, filter);
    return redirect(addressOf(filter), 'notice.mailRetried');
  }

  /** The filter, so that the reader comes back to where the button was. */
  @Post(':id/retry')
  async retry(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { state, kind }: MailFilterInput) {
    await this.mails.retry(actor, id);
    return redirect(addressOf({ state: state ?? 'failed', kind }), 'notice.mailRetried');
  }
}
