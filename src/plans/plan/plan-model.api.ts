import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { AmendmentsService } from '../amendments/amendments.service.js';
import { CarryOverService } from '../carry-over/carry-over.service.js';
import { PlanReader } from './plan-reader.service.js';
import { amendmentInput, type AmendmentInput } from './plan.dto.js';
import {
  type CarryOverInput,
  carryOverInput,
  priorityEndInput,
  type PriorityInput,
  priorityInput,
} from './plan-model.dto.js';
import {
  amendmentResource,
  priorityResource,
  wholeItemResource,
  wholePlanResource,
} from './plan.resource.js';
import { PrioritiesService } from '../priorities/priorities.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PlanModelApi {
  constructor(
    private readonly reader: PlanReader,
    private readonly amendments: AmendmentsService,
    private readonly carrying: CarryOverService,
    private readonly priorities: PrioritiesService,
  ) {}

  @Get('plans/:id')
  @Access('anyone')
  async plan(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { plan, overview } = await this.reader.plan(actor, id);
    return wholePlanResource(plan, overview);
  }

  @Get('items/:id')
  @Access('anyone')
  async item(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { item, ...related } = await this.reader.item(actor, id);
    return wholeItemResource(item, related);
  }

  @Get('plans/:id/amendments')
  @Access('anyone')
  async listAmendments(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const amendments = await this.amendments.list(actor, id);
    return { items: amendments.map(amendmentResource), nextCursor: null };
  }

  @Post('plans/:id/amendments')
  @Access('plans.edit')
  async openAmendment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: amendmentInput }) input: AmendmentInput,
  ) {
    return amendmentResource(await this.amendments.open(actor, id, input));
  }

  @Put('plans/:id/amendments/closing')
  @Access('plans.edit')
  async closeAmendment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: amendmentInput }) input: AmendmentInput,
  ) {
    return amendmentResource(await this.amendments.close(actor, id, input));
  }

  /** Copies items of another plan into this one; answers the copies, each with the item it carries on. */
  @Post('plans/:id/carrying')
  @Access('plans.edit')
  async carry(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: carryOverInput }) input: CarryOverInput,
  ) {
    const made = await this.carrying.carry(actor, id, input);
    return {
      items: made.map(({ id: copy, parentId, position, code, carriedFromId }) => ({
        id: copy,
        parentId,
        position,
        code,
        carriedFromId,
      })),
    };
  }

  /** All priorities set over a plan, ended ones too; none for a caller from outside its mechanism. */
  @Get('plans/:id/priorities')
  @Access('anyone')
  async listPriorities(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return { items: (await this.reader.priorities(actor, id)).map(priorityResource), nextCursor: null };
  }

  @Post('plans/:id/priorities')
  @Access('priorities.set')
  async setPriorities(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: priorityInput }) input: PriorityInput,
  ) {
    const made = new Set((await this.priorities.set(actor, id, input)).map((priority) => priority.id));
    const all = await this.reader.priorities(actor, id);
    return { items: all.filter((priority) => made.has(priority.id)).map(priorityResource) };
  }

  @Put('priorities/:id/end')
  @Access('priorities.set')
  async endPriority(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: priorityEndInput }) { until }: z.output<typeof priorityEndInput>,
  ) {
    const { planId } = await this.priorities.end(actor, id, until);
    const all = await this.reader.priorities(actor, planId);
    return priorityResource(all.find((priority) => priority.id === id)!);
  }
}
