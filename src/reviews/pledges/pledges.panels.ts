import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import type { Actor } from '../../platform/http/actor.js';
import { Panels } from '../../platform/web/panels.js';
import { PledgesService } from './pledges.service.js';
import { PledgesPanel } from './views/pledges-panel.js';

const OPEN = `SELECT 1 FROM "pledge" WHERE "mechanismId" = :subject AND "audience" <> 'secretariat'`;

/** Where those who do not write pledges find them. */
@Injectable()
export class PledgesPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly pledges: PledgesService,
  ) {}

  onModuleInit(): void {
    const open = async (actor: Actor, mechanismId: string) => {
      const pledges = await this.pledges.list(actor, mechanismId);
      return pledges.length > 0 ? h(PledgesPanel, { mechanismId, pledges }) : null;
    };
    this.panels.add('mechanism', 40, open, { rows: OPEN });
    this.panels.add('overview-side', 40, open, { rows: OPEN });
  }
}
