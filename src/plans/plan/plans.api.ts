import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { asResource } from '../../platform/http/conflict.js';
import { AdoptionInput, PlanChange, PlanInput } from './plan.dto.js';
import { planResource, planResources, wholePlanResource } from './plan.resource.js';
import { PlanQueryService } from './plan-query.service.js';
import { PlanRemovalService } from './plan-removal.service.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PlansApi {
  constructor(
    private readonly plans: PlansService,
    private readonly query: PlanQueryService,
    private readonly removals: PlanRemovalService,
  ) {}

  @Get('mechanisms/:mechanismId/plans')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const plans = await this.plans.list(actor, mechanismId);
    return { items: planResources(plans), nextCursor: null };
  }

  @Post('mechanisms/:mechanismId/plans')
  @Access('plans.edit')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: PlanInput,
  ) {
    return planResource(await this.plans.create(actor, mechanismId, input));
  }

  @Get('plans/:id')
  @Access('anyone')
  async find(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { plan, overview } = await this.query.plan(actor, id);
    return wholePlanResource(plan, overview);
  }

  @Patch('plans/:id')
  @Access('plans.edit')
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PlanChange) {
    return asResource(this.plans.update(actor, id, input), planResource);
  }

  @Post('plans/:id/validation')
  @Access('plans.edit')
  @HttpCode(200)
  async validate(@CurrentActor() actor: Actor, @PathId() id: string) {
    return planResource(await this.plans.move(actor, id, 'validate'));
  }

  @Delete('plans/:id/validation')
  @Access('plans.edit')
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    return planResource(await this.plans.move(actor, id, 'reopen'));
  }

  @Post('plans/:id/adoption')
  @Access('plans.edit')
  @HttpCode(200)
  async adopt(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AdoptionInput) {
    return planResource(await this.plans.move(actor, id, 'adopt', input));
  }

  @Post('plans/:id/supersession')
  @Access('plans.edit')
  @HttpCode(200)
  async supersede(@CurrentActor() actor: Actor, @PathId() id: string) {
    return planResource(await this.plans.move(actor, id, 'supersede'));
  }

  @Post('plans/:id/closure')
  @Access('plans.edit')
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @PathId() id: string) {
    return planResource(await this.plans.move(actor, id, 'close'));
  }

  /** Deletes a plan that nobody reported on, with its items and all that hangs on them; for good. 409 where entries keep it. */
  @Delete('plans/:id')
  @Access('plans.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.removals.remove(actor, id);
  }

  /** Takes back that a plan was superseded or closed, within a week of it. */
  @Post('plans/:id/resumption')
  @Access('plans.edit')
  @HttpCode(200)
  async resume(@CurrentActor() actor: Actor, @PathId() id: string) {
    return planResource(await this.plans.resume(actor, id));
  }
}
