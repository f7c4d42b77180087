import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { page } from '../../platform/web/page.js';
import { MailboxService } from './mailbox.service.js';
import { PageQuery } from '../mail/deliveries.dto.js';
import { MailboxPage } from './views/mailbox.js';
import { MailPage } from './views/mail.js';

/** Inline styles, as mail needs them; no script, no picture, no form, nothing from elsewhere. */
const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

@Controller('mailbox')
@Access('installation.manage')
export class MailboxPages {
  constructor(
    private readonly mailbox: MailboxService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { cursor }: PageQuery) {
    const mails = await this.mailbox.list(actor, cursor);
    return page(<MailboxPage {...mails} kept={this.config.mailUrl === 'mailbox'} />);
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<MailPage mail={await this.mailbox.find(actor, id)} />);
  }

  /** The mail's own HTML, for the frame on its page. */
  @Get(':id/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_CSP)
  @Header('cache-control', 'no-store')
  async html(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { html } = await this.mailbox.find(actor, id);
    // A link followed inside the frame would be refused by the page it leads to.
    return html.replace('<head>', '<head><base target="_blank">');
  }
}
