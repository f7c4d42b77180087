import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { asResource } from '../platform/http/conflict.js';
import { DeliveriesService } from './deliveries.service.js';
import { ReminderPreview } from './rules/preview.service.js';
import { deliveryResource, previewResource, ruleResource } from './reminder.resource.js';
import {
  deliveryQuery,
  previewQuery,
  type RuleChange,
  ruleChange,
  type RuleInput,
  ruleInput,
} from './rules/rule.dto.js';
import { RulesService } from './rules/rules.service.js';

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/v1')
@Access('reminders.manage')
export class RemindersApi {
  constructor(
    private readonly rules: RulesService,
    private readonly previews: ReminderPreview,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** A mechanism's rules, those switched off too. */
  @Get('mechanisms/:mechanismId/reminder-rules')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const rules = await this.rules.list(actor, mechanismId);
    return { items: rules.map(ruleResource), nextCursor: null };
  }

  /** Makes a rule; it holds from now on. */
  @Post('mechanisms/:mechanismId/reminder-rules')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body({ schema: ruleInput }) input: RuleInput,
  ) {
    return ruleResource(await this.rules.createRule(actor, mechanismId, input));
  }

  /** Changes a rule; what is left out stays. `version` is the one read before. */
  @Patch('reminder-rules/:id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ruleChange }) change: RuleChange,
  ) {
    return asResource(this.rules.updateRule(actor, id, change), ruleResource);
  }

  /** Switches a rule off. It stays on record with what it sent. */
  @Delete('reminder-rules/:id')
  @HttpCode(204)
  async disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.rules.disableRule(actor, id);
  }

  /** Who would get what and when, as things stand; nothing is written. */
  @Get('mechanisms/:mechanismId/reminder-preview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query({ schema: previewQuery }) { from, until }: z.output<typeof previewQuery>,
  ) {
    const preview = await this.previews.preview(actor, mechanismId, from ?? undefined, until ?? undefined);
    return previewResource(preview);
  }

  /** What was sent in a mechanism, to whom, and what was not, and why; newest first. */
  @Get('deliveries')
  async log(
    @CurrentActor() actor: Actor,
    @Query({ schema: deliveryQuery }) query: z.output<typeof deliveryQuery>,
  ) {
    const { items, nextCursor } = await this.deliveries.list(actor, query.mechanism, query.cursor);
    return { items: items.map(deliveryResource), nextCursor };
  }
}
