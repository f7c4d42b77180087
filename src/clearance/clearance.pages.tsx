import { Body, Controller, Get, Injectable, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ShownDeed } from '../gate/deed.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { PassInput, ReturnInput } from './clearance.dto.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceService } from './clearance.service.js';
import { ClearancePage } from './views/clearance.js';

/** What is on its way through its delegation: read, passed on, sent back. */
@Injectable()
abstract class WayPages {
  constructor(
    private readonly query: ClearanceQueryService,
    private readonly clearances: ClearanceService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.sheet(actor, id, emptyForm()));
  }

  @Post('passing')
  pass(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: PassInput,
      body,
      act: async ({ mark }) => {
        const { shown } = await this.query.find(actor, id);
        await this.clearances.pass(actor, id, mark);
        return this.goneOn(actor, id, shown);
      },
      show: (state) => this.sheet(actor, id, state),
    });
  }

  @Post('return')
  sendBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ReturnInput,
      body,
      act: async ({ reason }) => {
        const { shown } = await this.query.find(actor, id);
        await this.clearances.sendBack(actor, id, reason);
        return redirect(shown.href, 'notice.clearance.returned');
      },
      show: (state) => this.sheet(actor, id, state),
    });
  }

  @Post('moving-on')
  async moveOn(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { shown } = await this.query.find(actor, id);
    await this.clearances.moveOn(actor, id);
    return this.goneOn(actor, id, shown);
  }

  @Post('stop')
  async stop(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { shown } = await this.query.find(actor, id);
    await this.clearances.stop(actor, id);
    return redirect(shown.href, 'notice.clearance.stopped');
  }

  private async goneOn(actor: Actor, id: string, { href }: ShownDeed) {
    const { waiting, clearance } = await this.query.find(actor, id);
    const done = clearance.kind === 'entry' ? 'notice.entrySubmitted' : 'notice.clearance.done';
    return redirect(href, waiting ? 'notice.clearance.passed' : done);
  }

  private async sheet(actor: Actor, id: string, state: FormState) {
    return <ClearancePage seen={await this.query.find(actor, id)} state={state} />;
  }
}

/** Of a text to be submitted, by the id of its entry. */
@ApiExcludeController()
@Controller('progress/:id/clearance')
@Access('signed-in')
export class EntryWayPages extends WayPages {}

/** Of anything, by the clearance's own id. */
@ApiExcludeController()
@Controller('clearances/:id')
@Access('signed-in')
export class DeedWayPages extends WayPages {}
