import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../mechanisms/readers/readers.service.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { SharingInput } from './practice.dto.js';
import { PracticeMovesService } from './practice-moves.service.js';
import { PracticeQueryService } from './practice-query.service.js';
import { SharePage } from './views/share.js';

/** With whom a practice is shared, as its owner decides. */
@Controller()
@Access('practices.write')
export class PracticeSharingPages {
  constructor(
    private readonly moves: PracticeMovesService,
    private readonly query: PracticeQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
  ) {}

  @Get('practices/:id/share')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.form(actor, id));
  }

  @Post('practices/:id/share')
  @Takes(SharingInput)
  share(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: SharingInput,
      body,
      act: async (input) => {
        const done = await this.moves.share(actor, id, input);
        return redirect(`/practices/${id}`, done ? 'notice.practiceShared' : 'notice.inClearance');
      },
      show: (state) => this.form(actor, id, state),
    });
  }

  private async form(actor: Actor, id: string, state?: FormState) {
    const practice = await this.query.findOwn(actor, id);
    const { isPublic, shares } = practice;
    const mechanisms = await this.mechanisms.list();
    const readers = await this.readers.of(
      actor,
      mechanisms.map((one) => one.id),
    );
    const current = emptyForm({ isPublic, mechanisms: shares.map(({ mechanismId }) => mechanismId) });
    return <SharePage {...{ practice, mechanisms, readers, state: state ?? current }} />;
  }
}
