import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { CyclesService } from '../cycles/cycles.service.js';
import {
  MilestoneTaskChange,
  MilestoneTaskPress,
  MilestoneTaskQuery,
  NewMilestoneTaskInput,
} from './milestone-task.dto.js';
import type { MilestoneTask } from './milestone-task.entity.js';
import { MilestoneTasksService } from './milestone-tasks.service.js';
import { TaskFormPage } from './views/task-form.js';

const cyclePage = ({ cycleId, milestone }: Pick<MilestoneTask, 'cycleId' | 'milestone'>) =>
  `/review-cycles/${cycleId}#${milestone}`;

@Controller()
@Access('submissions.edit')
export class MilestoneTasksPages {
  constructor(
    private readonly tasks: MilestoneTasksService,
    private readonly cycles: CyclesService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/milestone-tasks/new')
  async newForm(
    @Param('mechanismId') mechanismId: string,
    @Query() { cycle, milestone }: MilestoneTaskQuery,
  ) {
    return page(await this.form(mechanismId, null, emptyForm({ cycleId: cycle, milestone })));
  }

  @Post('mechanisms/:mechanismId/milestone-tasks')
  add(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: NewMilestoneTaskInput,
      body,
      act: async (input) => {
        const { task } = await this.tasks.add(actor, mechanismId, input);
        return redirect(cyclePage(task), 'notice.saved');
      },
      show: (state) => this.form(mechanismId, null, state),
    });
  }

  @Get('milestone-tasks/:id/edit')
  async edit(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { task } = await this.tasks.find(actor, id);
    return page(await this.form(task.mechanismId, task, emptyForm({ ...task })));
  }

  @Post('milestone-tasks/:id')
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { task } = await this.tasks.find(actor, id);
    return submitForm({
      input: MilestoneTaskChange,
      body,
      act: async (input) => {
        await this.tasks.change(actor, id, input);
        return redirect(cyclePage(task), 'notice.saved');
      },
      show: (state) => this.form(task.mechanismId, task, state),
    });
  }

  @Post('milestone-tasks/:id/completion')
  async done(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { from } = readInput(MilestoneTaskPress, body);
    const { task } = await this.tasks.done(actor, id);
    const pages = { tasks: '/tasks', mechanism: `/mechanisms/${task.mechanismId}`, cycle: cyclePage(task) };
    return redirect(pages[from], 'notice.taskDone', { action: `/milestone-tasks/${id}/reopening` });
  }

  @Post('milestone-tasks/:id/reopening')
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { task } = await this.tasks.reopen(actor, id);
    return redirect(cyclePage(task), 'notice.taskReopened');
  }

  @Post('milestone-tasks/:id/removal')
  @Asks<MilestoneTasksPages>('milestoneTask.remove', async (pages, { actor, params: { id } }) => {
    const { task } = await pages.tasks.find(actor, id!);
    return { name: task.text, consequences: [FINAL], back: cyclePage(task) };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { task } = await this.tasks.find(actor, id);
    await this.tasks.remove(actor, id);
    return redirect(cyclePage(task), 'notice.taskRemoved');
  }

  private async form(mechanismId: string, task: MilestoneTask | null, state: FormState) {
    const { cycleId, milestone: key } = task ?? (state.values as unknown as MilestoneTask);
    const cycle = (await this.cycles.all()).find(({ id }) => id === cycleId);
    const milestone = cycle?.milestones.find((one) => one.key === key);
    if (!cycle || !milestone) throw new NotFoundError('milestone');
    const mechanism = await this.mechanisms.find(mechanismId);
    const colleagues = await this.tasks.colleagues(mechanismId);
    return <TaskFormPage {...{ mechanism, cycle, milestone, task, colleagues, state }} />;
  }
}
