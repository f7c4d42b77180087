import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page } from '../../platform/web/page.js';
import { BoardFilter, BoardItemsQuery } from './board.dto.js';
import { BoardService, NO_FILTER } from './board.service.js';
import type { BoardScope, BoardSubject, BoardView } from './board-view.js';
import { BoardFile } from './board-file.js';
import { BoardPage } from './views/board.js';
import { BoardItemsPage } from './views/board-items.js';

@Controller()
export class BoardPages {
  constructor(
    private readonly board: BoardService,
    private readonly file: BoardFile,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  @Get('mechanisms/:mechanismId/board')
  @Access('mechanism.read')
  ofMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: Record<string, unknown>,
  ) {
    return this.show(actor, { mechanismId }, query);
  }

  @Get('mechanisms/:mechanismId/board/items')
  @Access('mechanism.read')
  itemsOfMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: Record<string, unknown>,
  ) {
    return this.items(actor, { mechanismId }, query);
  }

  @Get('mechanisms/:mechanismId/board.xlsx')
  @Access('mechanism.read')
  fileOfMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.file.send(reply, actor, { mechanismId }, readInput(BoardFilter, query));
  }

  @Get('plans/:id/board')
  @Access('anyone')
  ofPlan(@CurrentActor() actor: Actor, @PathId() planId: string, @Query() query: Record<string, unknown>) {
    return orSignIn(actor, this.show(actor, { planId }, query));
  }

  @Get('plans/:id/board/items')
  @Access('anyone')
  itemsOfPlan(
    @CurrentActor() actor: Actor,
    @PathId() planId: string,
    @Query() query: Record<string, unknown>,
  ) {
    return orSignIn(actor, this.items(actor, { planId }, query));
  }

  @Get('plans/:id/board.xlsx')
  @Access('anyone')
  fileOfPlan(
    @CurrentActor() actor: Actor,
    @PathId() planId: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.file.send(reply, actor, { planId }, readInput(BoardFilter, query));
  }

  private show(actor: Actor, subject: BoardSubject, { order, ...query }: Record<string, unknown>) {
    const byNumber = order === 'number';
    return submitForm({
      input: BoardFilter,
      body: query,
      act: async (filter) => {
        const board = await this.board.load(actor, subject, filter);
        return page(await this.drawn(board.scope, board, emptyForm(query), byNumber));
      },
      // What the filter says cannot be understood: the choices again, and no figures that could be taken for an answer.
      show: async (state) =>
        this.drawn((await this.board.load(actor, subject, NO_FILTER)).scope, null, state, byNumber),
    });
  }

  private async drawn(scope: BoardScope, board: BoardView | null, state: FormState, byNumber: boolean) {
    const { id, zone } = scope.mechanism;
    const [owners, members] = await Promise.all([
      this.board.owners(scope),
      this.mechanisms.memberStates(id, dayIn(zone, this.clock.now())),
    ]);
    return <BoardPage {...{ scope, board, owners, members, state, byNumber }} />;
  }

  private async items(actor: Actor, subject: BoardSubject, values: Record<string, unknown>) {
    const query = readInput(BoardItemsQuery, values);
    const found = await this.board.table(actor, subject, query);
    return page(<BoardItemsPage query={query} found={found} />);
  }
}
