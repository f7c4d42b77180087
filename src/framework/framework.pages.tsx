import { Controller, Get, Param } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { page } from '../platform/web/page.js';
import { Panels } from '../platform/web/panels.js';
import { findObjective } from './find-objective.js';
import { CataloguePage } from './views/catalogue.js';
import { ObjectivePage } from './views/objective.js';

@Controller('framework')
@Access('anyone')
export class FrameworkPages {
  constructor(private readonly panels: Panels) {}

  @Get()
  catalogue() {
    return page(<CataloguePage />);
  }

  @Get('objectives/:number')
  async objective(@CurrentActor() actor: Actor, @Param('number') number: string) {
    const objective = findObjective(number);
    const panels = await this.panels.render('objective', actor, number);
    return page(<ObjectivePage objective={objective} panels={panels} />);
  }
}
