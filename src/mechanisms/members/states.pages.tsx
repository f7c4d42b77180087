import { Controller, Get, Param } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Access } from '../../platform/http/access.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { page } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { MembersService } from './members.service.js';
import { StatePage, StatesPage } from './views/states.js';

@Controller('states')
@Access('anyone')
export class StatesPages {
  constructor(
    private readonly members: MembersService,
    private readonly panels: Panels,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list() {
    return page(<StatesPage codes={await this.members.statesListed()} />);
  }

  @Get(':code')
  async show(@CurrentActor() actor: Actor, @Param('code') code: string) {
    const memberships = await this.members.ofState(code);
    const panels = await this.panels.render('state', actor, code);
    const today = dayIn('UTC', this.clock.now());
    return page(<StatePage {...{ code, memberships, panels, today }} />);
  }
}
