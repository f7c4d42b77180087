import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { PassInput, ReturnInput } from './clearance.dto.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceService } from './clearance.service.js';
import { ClearancePage } from './views/clearance.js';

/** A text on its way through its delegation: read, passed on, sent back. */
@ApiExcludeController()
@Controller('progress/:id/clearance')
@Access('signed-in')
export class ClearancePages {
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
        await this.clearances.pass(actor, id, mark);
        return this.goneOn(actor, id);
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
        await this.clearances.sendBack(actor, id, reason);
        return redirect(`/progress/${id}`, 'notice.clearance.returned');
      },
      show: (state) => this.sheet(actor, id, state),
    });
  }

  @Post('moving-on')
  async moveOn(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.moveOn(actor, id);
    return this.goneOn(actor, id);
  }

  @Post('stop')
  async stop(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.stop(actor, id);
    return redirect(`/progress/${id}`, 'notice.clearance.stopped');
  }

  private async goneOn(actor: Actor, id: string) {
    const { waiting } = await this.query.find(actor, id);
    return redirect(`/progress/${id}`, waiting ? 'notice.clearance.passed' : 'notice.entrySubmitted');
  }

  private async sheet(actor: Actor, id: string, state: FormState) {
    return <ClearancePage seen={await this.query.find(actor, id)} state={state} />;
  }
}
