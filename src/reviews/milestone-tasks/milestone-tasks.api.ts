import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { MilestoneTaskChange, NewMilestoneTaskInput } from './milestone-task.dto.js';
import { milestoneTaskResource } from './milestone-task.resource.js';
import { MilestoneTasksService } from './milestone-tasks.service.js';

/** What a secretariat noted to do for the milestones of reviews. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('api/v1')
@Access('submissions.edit')
export class MilestoneTasksApi {
  constructor(private readonly tasks: MilestoneTasksService) {}

  /** Open ones, the nearest first. */
  @Get('mechanisms/:mechanismId/milestone-tasks')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const tasks = await this.tasks.open(actor, mechanismId);
    return { items: tasks.map(milestoneTaskResource), nextCursor: null };
  }

  @Post('mechanisms/:mechanismId/milestone-tasks')
  async add(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: NewMilestoneTaskInput,
  ) {
    return milestoneTaskResource(await this.tasks.add(actor, mechanismId, input));
  }

  @Get('milestone-tasks/:id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return milestoneTaskResource(await this.tasks.find(actor, id));
  }

  @Put('milestone-tasks/:id')
  change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: MilestoneTaskChange) {
    return asResource(this.tasks.change(actor, id, input), milestoneTaskResource);
  }

  @Post('milestone-tasks/:id/completion')
  @HttpCode(200)
  async done(@CurrentActor() actor: Actor, @PathId() id: string) {
    return milestoneTaskResource(await this.tasks.done(actor, id));
  }

  @Delete('milestone-tasks/:id/completion')
  @HttpCode(200)
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    return milestoneTaskResource(await this.tasks.reopen(actor, id));
  }

  @Delete('milestone-tasks/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tasks.remove(actor, id);
  }
}
