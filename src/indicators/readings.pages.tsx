import { Body, Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { asTyped, CorrectionInput, LinesInput, ReadingInput, WithdrawalInput } from './reading.dto.js';
import type { Indicator } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';
import { parsePastedReadings } from './pasted-readings.js';
import { csvFile } from './readings-csv.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { ReadingsService } from './readings.service.js';
import { PasteReadingsPage } from './views/paste-readings.js';
import { CorrectionPage, ReadingPage } from './views/reading-form.js';

@Controller()
export class ReadingsPages {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly readings: ReadingsService,
    private readonly queries: ReadingsQueryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('indicators/:id/readings/new')
  @Access('plans.edit')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.form(await this.indicators.findToEdit(actor, id), emptyForm()));
  }

  @Post('indicators/:id/readings')
  @Access('plans.edit')
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const indicator = await this.indicators.findToEdit(actor, id);
    return submitForm({
      input: ReadingInput,
      body,
      act: async (input) => {
        await this.readings.add(actor, id, input);
        return redirect(`/indicators/${id}`, 'notice.readingAdded');
      },
      show: (state) => this.form(indicator, state),
    });
  }

  @Get('indicators/:id/readings/lines')
  @Access('plans.edit')
  async linesForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.lines(await this.indicators.findToEdit(actor, id), emptyForm()));
  }

  /** Shows what would be recorded; records it once that was seen. */
  @Post('indicators/:id/readings/lines')
  @Access('plans.edit')
  @Takes(LinesInput)
  async addLines(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const indicator = await this.indicators.findToEdit(actor, id);
    return submitForm({
      input: LinesInput,
      body,
      act: async ({ text, confirmed }) => {
        const rows = parsePastedReadings(text).lines.map(({ cells }) => cells);
        const readings = await this.readings.look(actor, id, rows);
        if (!confirmed) return page(await this.lines(indicator, emptyForm({ text })));
        await this.readings.addAll(actor, id, readings);
        return redirect(`/indicators/${id}`, 'notice.readingsAdded');
      },
      show: (state) => this.lines(indicator, state),
    });
  }

  @Get('readings/:id/correction')
  @Access('plans.edit')
  async correctionForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.correction(actor, id, {}));
  }

  @Post('readings/:id/correction')
  @Access('plans.edit')
  @Takes(CorrectionInput)
  async correct(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: CorrectionInput,
      body,
      act: async (input) => {
        const { indicatorId } = await this.readings.correct(actor, id, input);
        return redirect(`/indicators/${indicatorId}`, 'notice.readingCorrected');
      },
      show: (state) => this.correction(actor, id, { state }),
    });
  }

  @Post('readings/:id/withdrawal')
  @Access('plans.edit')
  withdraw(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: WithdrawalInput,
      body,
      act: async ({ reason }) => {
        const indicator = await this.readings.withdraw(actor, id, reason);
        return redirect(`/indicators/${indicator.id}`, 'notice.readingWithdrawn');
      },
      show: (withdrawal) => this.correction(actor, id, { withdrawal }),
    });
  }

  @Get('indicators/:id/readings.csv')
  @Access('anyone')
  async csv(@CurrentActor() actor: Actor, @PathId() id: string): Promise<StreamableFile> {
    return csvFile(await orSignIn(actor, this.queries.list(actor, id)));
  }

  private async form(indicator: Indicator, state: FormState) {
    const mechanism = await this.mechanisms.find(indicator.item.plan.mechanismId);
    return <ReadingPage {...{ indicator, mechanism, state }} />;
  }

  private async lines(indicator: Indicator, state: FormState) {
    const mechanism = await this.mechanisms.find(indicator.item.plan.mechanismId);
    const { text } = state.values;
    const read = typeof text === 'string' && text.trim() !== '' ? parsePastedReadings(text) : null;
    return <PasteReadingsPage {...{ indicator, mechanism, state, read }} />;
  }

  private async correction(actor: Actor, id: string, states: { state?: FormState; withdrawal?: FormState }) {
    const { reading, indicator } = await this.readings.findToCorrect(actor, id);
    const mechanism = await this.mechanisms.find(indicator.item.plan.mechanismId);
    const { state = emptyForm(asTyped(reading)), withdrawal = emptyForm() } = states;
    return <CorrectionPage {...{ indicator, mechanism, reading, state, withdrawal }} />;
  }
}
