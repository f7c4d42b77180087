import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { asResource } from '../../platform/http/conflict.js';
import { ReminderPreviewQuery } from './preview.dto.js';
import { previewResource } from './preview.resource.js';
import { ReminderPreviewService } from './reminder-preview.service.js';
import { RuleChange, RuleInput } from './rule.dto.js';
import { ruleResource } from './rule.resource.js';
import { RulesService } from './rules.service.js';

/** A mechanism's rules, and what they will do. */
@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/v1')
@Access('reminders.manage')
export class RulesApi {
  constructor(
    private readonly rules: RulesService,
    private readonly previews: ReminderPreviewService,
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
    @Body() input: RuleInput,
  ) {
    return ruleResource(await this.rules.createRule(actor, mechanismId, input));
  }

  /** Changes a rule; what is left out stays. `version` is the one read before. */
  @Patch('reminder-rules/:id')
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() change: RuleChange) {
    return asResource(this.rules.updateRule(actor, id, change), ruleResource);
  }

  /** Switches a rule off. It stays on record with what it sent. */
  @Delete('reminder-rules/:id')
  @HttpCode(204)
  async disable(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.rules.disableRule(actor, id);
  }

  /** Who would get what and when, as things stand; nothing is written. */
  @Get('mechanisms/:mechanismId/reminder-preview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() { from, until }: ReminderPreviewQuery,
  ) {
    const preview = await this.previews.preview(actor, mechanismId, from ?? undefined, until ?? undefined);
    return previewResource(preview);
  }
}
