import { Controller, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { redirect } from '../../platform/web/page.js';
import { TasksService } from './tasks.service.js';

/** Tasks are shown on the first page; here is their one button. */
@Controller('tasks')
@Access('people.manage')
export class TasksPages {
  constructor(private readonly tasks: TasksService) {}

  @Post(':id/completion')
  async done(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tasks.done(actor, id);
    return redirect('/tasks', 'notice.taskDone');
  }
}
