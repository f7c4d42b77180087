import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { Panels } from '../platform/web/panels.js';
import { ConversationMail } from './conversation-mail.js';
import { ConversationSubjects } from './conversation-subjects.js';
import { ConversationsApi } from './conversations.api.js';
import { ConversationsPages } from './conversations.pages.js';
import { ConversationsService } from './conversations.service.js';
import { UnreadConversationsService } from './unread-conversations.service.js';
import { UnreadPanel } from './views/conversation.js';
import { ConversationMessage, ConversationRead } from './conversation.entity.js';
import { GateModule } from '../gate/gate.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ConversationMessage, ConversationRead]),
    AccountsModule,
    GateModule,
    MechanismsModule,
  ],
  controllers: [ConversationsApi, ConversationsPages],
  providers: [ConversationSubjects, ConversationsService, UnreadConversationsService, ConversationMail],
  exports: [ConversationSubjects, ConversationsService],
})
export class ConversationsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly unread: UnreadConversationsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('home', 20, async (actor) => {
      const unread = await this.unread.list(actor);
      return unread.length > 0 ? h(UnreadPanel, { unread }) : null;
    });
  }
}
