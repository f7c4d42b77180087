import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { Panels } from '../../platform/web/panels.js';
import { CirculationService } from './circulation.service.js';
import { ToRead } from './views/circulation.js';

/** Submissions to read and to comment, among somebody's tasks. */
@Injectable()
export class CirculationPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly circulation: CirculationService,
  ) {}

  onModuleInit(): void {
    this.panels.add('home-main', 15, async (actor) => {
      const submissions = await this.circulation.waiting(actor);
      return submissions.length > 0 ? h(ToRead, { submissions }) : null;
    });
    this.panels.add('overview-tasks', 15, async (actor, mechanismId) => {
      const submissions = await this.circulation.waiting(actor, mechanismId);
      return submissions.length > 0 ? h(ToRead, { submissions, inside: true }) : null;
    });
  }
}
