import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { PlanQueryService } from '../plan/plan-query.service.js';
import { PrioritiesService } from './priorities.service.js';
import { PriorityEndInput, PriorityInput } from './priority.dto.js';
import { priorityResource } from './priority.resource.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PrioritiesApi {
  constructor(
    private readonly plans: PlanQueryService,
    private readonly priorities: PrioritiesService,
  ) {}

  /** All priorities set over a plan, ended ones too; none for a caller from outside its mechanism. */
  @Get('plans/:id/priorities')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.plans.priorities(actor, id)).map(priorityResource), nextCursor: null };
  }

  @Post('plans/:id/priorities')
  @Access('priorities.set')
  async set(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PriorityInput) {
    const made = new Set((await this.priorities.set(actor, id, input)).map((priority) => priority.id));
    const all = await this.plans.priorities(actor, id);
    return { items: all.filter((priority) => made.has(priority.id)).map(priorityResource) };
  }

  @Put('priorities/:id/end')
  @Access('priorities.set')
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { until }: PriorityEndInput) {
    const { planId } = await this.priorities.end(actor, id, until);
    const all = await this.plans.priorities(actor, planId);
    return priorityResource(all.find((priority) => priority.id === id)!);
  }
}
