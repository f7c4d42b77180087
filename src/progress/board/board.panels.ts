import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Panels } from '../../platform/web/panels.js';
import { BoardService } from './board.service.js';
import { BoardPanel, PlanBoardPanel } from './views/board-panels.js';

/** The board on a mechanism's overview, and the way to it from a plan's. */
@Injectable()
export class BoardPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly board: BoardService,
  ) {}

  onModuleInit(): void {
    this.panels.add('overview-wide', 10, async (actor, mechanismId) => {
      if (!can(actor, 'mechanism.read', mechanismId)) return null;
      return h(BoardPanel, { board: await this.board.load(actor, { mechanismId }) });
    });
    this.panels.add('plan', 10, async (_, planId) => h(PlanBoardPanel, { planId }));
  }
}
