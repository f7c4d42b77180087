import { Controller, Get, Param } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { page } from '../../platform/web/page.js';
import { FactorsService } from './factors.service.js';
import { FactorsPage } from './views/factors.js';

/** What holds States back in general. */
@Controller()
export class FactorsPages {
  constructor(
    private readonly factors: FactorsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/hindering-factors')
  @Access('progress.read')
  async hinderingFactors(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    demand(actor, 'progress.read', mechanismId, 'mechanism');
    const mechanism = await this.mechanisms.find(mechanismId);
    return page(
      <FactorsPage mechanism={mechanism} factors={await this.factors.listFor(actor, mechanismId)} />,
    );
  }
}
