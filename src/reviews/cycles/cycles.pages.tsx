import { Controller, Get, Param } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { page } from '../../platform/web/page.js';
import { MilestoneTasksService } from '../milestone-tasks/milestone-tasks.service.js';
import { CyclesService } from './cycles.service.js';
import { pastCycles, upcomingCycles } from './review-cycles.js';
import { CyclesPage } from './views/cycles.js';
import { CyclePage } from './views/cycle.js';

@Controller('review-cycles')
@Access('anyone')
export class CyclesPages {
  constructor(
    private readonly cycles: CyclesService,
    private readonly audit: AuditService,
    private readonly tasks: MilestoneTasksService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor) {
    const all = await this.cycles.all();
    const now = this.clock.now();
    const manages = can(actor, 'installation.manage', null);
    return page(
      <CyclesPage coming={upcomingCycles(now, all)} past={pastCycles(now, all)} manages={manages} />,
    );
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const cycle = await this.cycles.find(id);
    const feeds = (await this.cycles.all()).find((one) => one.id === cycle.feeds);
    const manages = can(actor, 'installation.manage', null);
    const events = manages ? await this.audit.eventsOf(actor, 'cycle', id) : null;
    const serving = mechanismsWhere(actor, 'submissions.edit');
    const secretariats = serving.length > 0 ? await this.mechanisms.list(serving) : [];
    const tasks = serving.length > 0 ? await this.tasks.ofCycle(actor, id) : [];
    return page(<CyclePage {...{ cycle, feeds, manages, events, secretariats, tasks }} />);
  }
}
