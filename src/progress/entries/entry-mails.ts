import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { ENTRY_MAIL } from './entry-news.js';
import { ProgressMail } from './entry.mail.js';
import { WordingMail } from '../summaries/wording.mail.js';
import { WORDING_MAIL } from '../summaries/wording-news.js';

/** Names who builds the mails of this feature. */
@Injectable()
export class ProgressMails implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly entries: ProgressMail,
    private readonly wordings: WordingMail,
  ) {}

  onModuleInit(): void {
    this.outbox.renders(ENTRY_MAIL, (message) => this.entries.write(message));
    this.outbox.renders(WORDING_MAIL, (message) => this.wordings.write(message));
  }
}
