import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import type { Task } from './task.entity.js';
import { TasksService } from './tasks.service.js';

/** What the secretariat has to do. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('api/v1')
@Access('people.manage')
export class TasksApi {
  constructor(private readonly tasks: TasksService) {}

  /** Open tasks of a mechanism, the oldest first. */
  @Get('mechanisms/:mechanismId/tasks')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const tasks = await this.tasks.list(actor, mechanismId);
    return { items: tasks.map(taskResource), nextCursor: null };
  }

  /** Ticks one off. It comes back only for another cause. */
  @Post('tasks/:id/completion')
  @HttpCode(200)
  async done(@CurrentActor() actor: Actor, @PathId() id: string) {
    return taskResource(await this.tasks.done(actor, id));
  }
}

const taskResource = ({ id, mechanismId, kind, subject, why, openedAt, doneAt }: Task) => ({
  id,
  mechanismId,
  kind,
  subject,
  why,
  openedAt: openedAt.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
});
