import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { CycleChange, MilestoneChange, NewCycleInput, NewMilestoneInput } from './cycle.dto.js';
import { CycleKeepingService } from './cycle-keeping.service.js';
import { capital, cycleName, milestoneName } from './cycle-words.js';
import { CyclesService } from './cycles.service.js';
import { factFields } from './kept-facts.js';
import { CycleFormPage } from './views/cycle-form.js';
import { MilestoneFormPage } from './views/milestone-form.js';

const pageOf = (id: string) => `/review-cycles/${id}`;

/** Cycles and milestones as an administrator enters them. */
@ApiExcludeController()
@Controller('review-cycles')
@Access('installation.manage')
export class CycleKeepingPages {
  constructor(
    private readonly cycles: CyclesService,
    private readonly keeping: CycleKeepingService,
  ) {}

  @Get('new')
  async newCycle() {
    return page(await this.cycleForm(null, emptyForm({ precision: 'year' })));
  }

  @Post()
  @Takes(NewCycleInput)
  add(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: NewCycleInput,
      body,
      act: async (input) => redirect(pageOf((await this.keeping.add(actor, input)).id), 'notice.saved'),
      show: (state) => this.cycleForm(null, state),
    });
  }

  @Get(':id/edit')
  async edit(@Param('id') id: string) {
    const cycle = await this.cycles.find(id);
    const { name, version, period: when } = cycle;
    return page(await this.cycleForm(id, emptyForm({ name, version, ...factFields({ ...cycle, when }) })));
  }

  @Post(':id')
  @Takes(CycleChange)
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: unknown) {
    return submitForm({
      input: CycleChange,
      body,
      act: async (input) => {
        await this.keeping.change(actor, id, input);
        return redirect(pageOf(id), 'notice.saved');
      },
      show: (state) => this.cycleForm(id, state),
    });
  }

  @Post(':id/removal')
  @Asks<CycleKeepingPages>('cycle.remove', async (pages, { actor, params: { id } }) => {
    const cycle = await pages.cycles.find(id!);
    return { name: capital(cycleName(cycle, actor.language)), consequences: [FINAL], back: pageOf(id!) };
  })
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.keeping.remove(actor, id);
    return redirect('/review-cycles', 'notice.cycleRemoved');
  }

  @Get(':id/milestones/new')
  async newMilestone(@Param('id') id: string) {
    const { version } = await this.cycles.find(id);
    return page(await this.milestoneForm(id, null, emptyForm({ version })));
  }

  @Post(':id/milestones')
  @Takes(NewMilestoneInput)
  addMilestone(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: unknown) {
    return submitForm({
      input: NewMilestoneInput,
      body,
      act: async (input) => {
        await this.keeping.addMilestone(actor, id, input);
        return redirect(pageOf(id), 'notice.saved');
      },
      show: (state) => this.milestoneForm(id, null, state),
    });
  }

  @Get(':id/milestones/:key/edit')
  async editMilestone(@Param('id') id: string, @Param('key') key: string) {
    const { version, milestones } = await this.cycles.find(id);
    const milestone = milestones.find((one) => one.key === key);
    if (!milestone) throw new NotFoundError('milestone');
    const { name, place } = milestone;
    return page(
      await this.milestoneForm(id, key, emptyForm({ name, place, version, ...factFields(milestone) })),
    );
  }

  @Post(':id/milestones/:key')
  @Takes(MilestoneChange)
  changeMilestone(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: MilestoneChange,
      body,
      act: async (input) => {
        await this.keeping.changeMilestone(actor, id, key, input);
        return redirect(pageOf(id), 'notice.saved');
      },
      show: (state) => this.milestoneForm(id, key, state),
    });
  }

  @Post(':id/milestones/:key/removal')
  @Asks<CycleKeepingPages>('milestone.remove', async (pages, { params: { id, key } }) => {
    const milestone = (await pages.cycles.find(id!)).milestones.find((one) => one.key === key);
    if (!milestone) throw new NotFoundError('milestone');
    return { name: milestoneName(milestone), consequences: [FINAL], back: pageOf(id!) };
  })
  async removeMilestone(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('key') key: string) {
    await this.keeping.removeMilestone(actor, id, key);
    return redirect(pageOf(id), 'notice.milestoneRemoved');
  }

  private async cycleForm(id: string | null, state: FormState) {
    const cycle = id === null ? null : await this.cycles.find(id);
    const forums = (await this.cycles.all()).filter(({ kind }) => kind === 'imrf');
    return <CycleFormPage {...{ cycle, forums, state }} />;
  }

  private async milestoneForm(id: string, key: string | null, state: FormState) {
    const cycle = await this.cycles.find(id);
    const milestone = cycle.milestones.find((one) => one.key === key) ?? null;
    if (key !== null && !milestone) throw new NotFoundError('milestone');
    return <MilestoneFormPage {...{ cycle, milestone, state }} />;
  }
}
