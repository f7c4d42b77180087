import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { CycleChange, MilestoneChange, NewCycleInput, NewMilestoneInput } from './cycle.dto.js';
import { CycleKeepingService } from './cycle-keeping.service.js';
import { cycleResource } from './cycle.resource.js';
import { CyclesService } from './cycles.service.js';

/** Review cycles with their milestones, sources and doubts. A change names the version of the cycle it was made from. */
@ApiTags('review-cycles')
@Controller('api/v1/review-cycles')
@Access('anyone')
export class CyclesApi {
  constructor(
    private readonly cycles: CyclesService,
    private readonly keeping: CycleKeepingService,
  ) {}

  @Get()
  async list() {
    return { items: (await this.cycles.all()).map(cycleResource), nextCursor: null };
  }

  @Get(':id')
  async show(@Param('id') id: string) {
    return cycleResource(await this.cycles.find(id));
  }

  @Post()
  @ApiBearerAuth()
  @Access('installation.manage')
  async add(@CurrentActor() actor: Actor, @Body() input: NewCycleInput) {
    return cycleResource(await this.keeping.add(actor, input));
  }

  @Put(':id')
  @ApiBearerAuth()
  @Access('installation.manage')
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: CycleChange) {
    return asResource(this.keeping.change(actor, id, input), cycleResource);
  }

  /** Only one that was added here, and that no mechanism uses. */
  @Delete(':id')
  @HttpCode(204)
  @ApiBearerAuth()
  @Access('installation.manage')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.keeping.remove(actor, id);
  }

  @Post(':id/milestones')
  @ApiBearerAuth()
  @Access('installation.manage')
  addMilestone(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: NewMilestoneInput) {
    return asResource(this.keeping.addMilestone(actor, id, input), cycleResource);
  }

  /** The days of a Forum are those of its cycle: they change with it. */
  @Put(':id/milestones/:key')
  @ApiBearerAuth()
  @Access('installation.manage')
  changeMilestone(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() input: MilestoneChange,
  ) {
    return asResource(this.keeping.changeMilestone(actor, id, key, input), cycleResource);
  }

  @Delete(':id/milestones/:key')
  @HttpCode(204)
  @ApiBearerAuth()
  @Access('installation.manage')
  async removeMilestone(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('key') key: string) {
    await this.keeping.removeMilestone(actor, id, key);
  }
}
