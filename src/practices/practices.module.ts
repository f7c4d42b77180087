import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Outbox } from '../platform/mail/outbox.js';
import { Panels } from '../platform/web/panels.js';
import { EntriesReader } from '../progress/access/entries-reader.js';
import { FactorsApi } from './factors/factors.api.js';
import { FactorsService } from './factors/factors.service.js';
import { PracticeConversation } from './practice-conversation.js';
import { PracticeFilesPages } from './practice-files.pages.js';
import { PracticePages } from './practice.pages.js';
import { PracticeSource } from './practice-source.js';
import { PRACTICE_MAIL, PRACTICE_NEWS, PracticeTrail } from './practice-trail.js';
import { PracticesApi } from './practices.api.js';
import { PracticesMail } from './practice.mail.js';
import { PracticesPages } from './practices.pages.js';
import { PracticesReader } from './practices-reader.js';
import { PracticesService } from './practices.service.js';
import { ReviewApi } from './review/review.api.js';
import { ReviewersService } from './review/reviewers.service.js';
import { ReviewService } from './review/review.service.js';
import { SupportApi } from '../support/support.api.js';
import { SupportPages } from '../support/support.pages.js';
import { SupportReader } from '../support/support-reader.js';
import { SupportRequestPages } from '../support/support-request.pages.js';
import { SupportService } from '../support/support.service.js';
import { SUPPORT_MAIL, SUPPORT_NEWS, SupportTrail } from '../support/support-trail.js';
import { FromEntryPanel, PracticesPanel } from './views/panels.js';

@Global()
@Module({
  controllers: [
    PracticesPages,
    PracticePages,
    PracticeFilesPages,
    PracticesApi,
    ReviewApi,
    SupportPages,
    SupportRequestPages,
    SupportApi,
    FactorsApi,
  ],
  providers: [
    PracticesReader,
    PracticesService,
    PracticeSource,
    PracticeTrail,
    PracticeConversation,
    PracticesMail,
    ReviewersService,
    ReviewService,
    SupportReader,
    SupportService,
    SupportTrail,
    FactorsService,
  ],
  exports: [PracticesReader, PracticesService, SupportReader, SupportService],
})
export class PracticesModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly outbox: Outbox,
    private readonly mail: PracticesMail,
    private readonly practices: PracticesReader,
    private readonly support: SupportReader,
    private readonly entries: EntriesReader,
  ) {}

  onModuleInit(): void {
    this.outbox.renders(PRACTICE_MAIL, (message) => {
      const news = newsOf(message.key, PRACTICE_NEWS);
      return this.mail.write(message, {
        kind: 'practice',
        news,
        find: (actor, id) => this.practices.find(actor, id),
      });
    });
    this.outbox.renders(SUPPORT_MAIL, (message) => {
      const news = newsOf(message.key, SUPPORT_NEWS);
      return this.mail.write(message, {
        kind: 'support',
        news,
        find: (actor, id) => this.support.find(actor, id),
      });
    });
    this.panels.add('mechanism', 35, async (actor, mechanismId) =>
      h(PracticesPanel, { mechanismId, inside: can(actor, 'support.read', mechanismId) }),
    );
    this.panels.add('entry', 40, async (actor, entryId) => {
      const entry = await this.entries.find(actor, entryId).catch(() => null);
      return entry?.sight === 'own' && entry.state === 'accepted' ? h(FromEntryPanel, { entry }) : null;
    });
  }
}

/** A mail's key says what happened: `practice:offered:…`. */
function newsOf<T extends string>(key: string, known: readonly T[]): T {
  const news = known.find((one) => one === key.split(':')[1]);
  if (!news) throw new Error(`a mail about nothing known: ${key}`);
  return news;
}
