import { Body, Controller, Param, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { submitForm } from '../../platform/web/submit-form.js';
import { redirect } from '../../platform/web/page.js';
import { Asks, OffersUndo } from '../../platform/web/presses/asks.js';
import { consequencesOf, entryIdsIn, TAKEN_BACK } from '../acceptance/acceptance-words.js';
import { SeveralAcceptance } from '../acceptance/several-acceptance.service.js';
import { AcceptedInput, meantIn, TickedInListInput, ticksOf } from '../acceptance/ticks.dto.js';
import { ProgressSectionRenderer } from './progress-section-renderer.js';

/** Several entries of a mechanism's list accepted at once. */
@Controller('mechanisms/:mechanismId/progress')
@Access('progress.accept')
export class AcceptancePages {
  constructor(
    private readonly several: SeveralAcceptance,
    private readonly mechanisms: MechanismsService,
    private readonly section: ProgressSectionRenderer,
  ) {}

  @Post('acceptance')
  @Takes(TickedInListInput)
  @Asks<AcceptancePages>('collect.acceptTicked', async (pages, { actor, params, body }) => {
    const sent = meantIn(body);
    // Nothing was ticked: the page says so.
    if (!sent.answers) return null;
    const { answers, setStatus } = readInput(TickedInListInput, unflatten(sent));
    const id = params.mechanismId!;
    const accepting = await pages.several.accepting(actor, id, ticksOf(answers));
    // As on the pages of a call: what nobody sees by it is taken back with one press after.
    if (!accepting || Object.keys(accepting.opens).length === 0) return null;
    return {
      name: (await pages.mechanisms.find(id)).shortName,
      consequences: consequencesOf(accepting, answers.length, setStatus),
      back: waitingIn(id),
    };
  })
  @OffersUndo()
  accept(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: TickedInListInput,
      body: meantIn(body),
      act: async ({ answers, setStatus }) => {
        const ticks = ticksOf(answers);
        const accepting = await this.several.accepting(actor, id, ticks);
        await this.several.accept(actor, id, ticks, setStatus);
        const accepted = ticks.map(({ entryId }) => entryId).join(' ');
        const undo = { action: `/mechanisms/${id}/progress/acceptance/removal`, fields: { accepted } };
        return redirect(
          `/mechanisms/${id}/progress`,
          'notice.answersAccepted',
          accepting?.undoable ? undo : undefined,
        );
      },
      show: (state) => this.section.draw(actor, id, { state: 'submitted' }, { state }),
    });
  }

  /** Takes back acceptances that nobody has seen but the reporters. */
  @Post('acceptance/removal')
  @Takes(AcceptedInput)
  async takeBack(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    const { accepted } = readInput(AcceptedInput, body);
    const done = await this.several.takeBack(actor, id, entryIdsIn(accepted));
    return redirect(waitingIn(id), TAKEN_BACK[done]);
  }
}

const waitingIn = (id: string) => `/mechanisms/${id}/progress?state=submitted`;
