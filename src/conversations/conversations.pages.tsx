import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { Asks, FINAL } from '../platform/web/presses/asks.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../mechanisms/readers/readers.service.js';
import { MessageInput } from './conversation.dto.js';
import type { ConversationKey } from './conversation-subjects.js';
import { addressOf, conversationKeyOf } from './conversation-address.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationPage } from './views/conversation.js';

@Controller('conversations')
@Access('signed-in')
export class ConversationsPages {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
  ) {}

  @Get(':kind/:id/:scope')
  async show(@CurrentActor() actor: Actor, @Param() key: ConversationKey) {
    return page(await this.conversation(actor, key, emptyForm()));
  }

  @Post(':kind/:id/:scope')
  @Takes(MessageInput)
  write(@CurrentActor() actor: Actor, @Param() key: ConversationKey, @Body() body: unknown) {
    return submitForm({
      input: MessageInput,
      body,
      act: async ({ text }) => {
        await this.conversations.write(actor, key, text);
        return redirect(addressOf(key), 'notice.messageSent');
      },
      show: (state) => this.conversation(actor, key, state),
    });
  }

  @Post('messages/:id/withdrawal')
  @Asks<ConversationsPages>('conversation.withdraw', async (pages, { actor, params: { id } }) => ({
    consequences: [{ key: 'press.message' }, FINAL],
    back: addressOf(conversationKeyOf(await pages.conversations.findOwn(actor, id!))),
  }))
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    return redirect(addressOf(await this.conversations.withdraw(actor, id)), 'notice.messageWithdrawn');
  }

  private async conversation(actor: Actor, { kind, id, scope }: ConversationKey, state: FormState) {
    const conversation = await this.conversations.open(actor, { kind, id, scope });
    await this.conversations.markRead(actor, conversation);
    const [{ shortName }, readers] = await Promise.all([
      this.mechanisms.find(scope),
      this.readers.in(actor, scope),
    ]);
    const where = { mechanism: shortName, readers };
    return <ConversationPage {...{ conversation, where, state }} accountId={actor.accountId} />;
  }
}
