import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock } from '../../platform/clock.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addresseeName } from '../round/round.view.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { NewTranscriptInput, TranscriptChange, TranscriptVersion } from './transcript.dto.js';
import { TranscriptsService } from './transcripts.service.js';
import { TranscriptFormPage } from './views/transcript-form.js';

/** A secretariat types what a delegation sent in another way. */
@ApiExcludeController()
@Controller('rounds/:id/addressees/:addresseeId/transcript')
@Access('rounds.manage')
export class TranscriptsPages {
  constructor(
    private readonly transcripts: TranscriptsService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async form(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    return page(await this.show(actor, id, addresseeId, null));
  }

  /** A form that was shown with one that waits changes it. */
  @Post()
  @Takes(TranscriptChange)
  save(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: Record<string, unknown>,
  ) {
    const saved = () => redirect(`/rounds/${id}/addressees/${addresseeId}`, 'notice.transcriptKept');
    const show = (state: FormState) => this.show(actor, id, addresseeId, state);
    if (!body.version)
      return submitForm({
        input: NewTranscriptInput,
        body,
        act: async (input) => {
          await this.transcripts.enter(actor, id, addresseeId, input);
          return saved();
        },
        show,
      });
    return submitForm({
      input: TranscriptChange,
      body,
      act: async (input) => {
        await this.transcripts.change(actor, id, addresseeId, input);
        return saved();
      },
      show,
    });
  }

  @Post('withdrawal')
  @Asks<TranscriptsPages>('transcript.withdraw', async (pages, { actor, params: { id, addresseeId } }) => {
    const { addressee } = await pages.transcripts.sheet(actor, id!, addresseeId!);
    return {
      name: addresseeName(addressee, actor.language),
      consequences: [{ key: 'press.gone' }, FINAL],
      back: `/rounds/${id}/addressees/${addresseeId}/transcript`,
    };
  })
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    await this.transcripts.withdraw(actor, id, addresseeId, readInput(TranscriptVersion, body).version);
    return redirect(`/rounds/${id}/addressees/${addresseeId}`, 'notice.transcriptWithdrawn');
  }

  /** `state` null: what stands, or an empty form. */
  private async show(actor: Actor, id: string, addresseeId: string, state: FormState | null) {
    const { addressee, lines, transcript } = await this.transcripts.sheet(actor, id, addresseeId);
    const mechanism = await this.mechanisms.find(addressee.round.mechanismId);
    const waits = transcript?.state === 'waiting' ? transcript : null;
    const empty = { receivedDay: dayIn(actor.zone, this.clock.now()) };
    const stands = waits ? { ...waits } : empty;
    return (
      <TranscriptFormPage
        {...{ mechanism, addressee, lines, waits }}
        refused={transcript?.state === 'refused' ? transcript : null}
        state={state ?? emptyForm(stands)}
      />
    );
  }
}
