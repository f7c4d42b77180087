import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { MessageInput, messageResource } from './conversation.dto.js';
import type { ConversationKey } from './conversation-subjects.js';
import { ConversationsService } from './conversations.service.js';

@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
@Access('signed-in')
export class ConversationsApi {
  constructor(private readonly conversations: ConversationsService) {}

  /** The latest messages, oldest first; `cut` when there are older ones. */
  @Get(':kind/:id/:scope')
  async show(@CurrentActor() actor: Actor, @Param() { kind, id, scope }: ConversationKey) {
    const { messages, cut } = await this.conversations.open(actor, { kind, id, scope });
    return { items: messages.map(messageResource), nextCursor: null, cut };
  }

  @Post(':kind/:id/:scope')
  async write(
    @CurrentActor() actor: Actor,
    @Param() { kind, id, scope }: ConversationKey,
    @Body() { text }: MessageInput,
  ) {
    return messageResource(await this.conversations.write(actor, { kind, id, scope }, text));
  }

  @Delete('messages/:id')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.conversations.withdraw(actor, id);
  }
}
