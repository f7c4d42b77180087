import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { ZodType, z } from 'zod';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { parse } from '../../platform/http/input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/form.js';
import { page, redirect } from '../../platform/web/page.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { QuestionsService } from './questions.service.js';
import {
  freeQuestion,
  itemQuestions,
  objectiveQuestions,
  questionChange,
  type QuestionsInput,
  stepInput,
} from '../round/round.dto.js';
import { RoundsReader } from '../round/rounds-reader.js';
import { QuestionPage, QuestionsPage } from './views/questions.js';

type Forms = { items?: FormState; objectives?: FormState; free?: FormState };

/** What a draft asks. */
@Controller()
@Access('rounds.manage')
export class QuestionsPages {
  constructor(
    private readonly reader: RoundsReader,
    private readonly questions: QuestionsService,
    private readonly addressees: AddresseesService,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
  ) {}

  @Get('rounds/:id/questions')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return page(await this.sheet(actor, id, {}));
  }

  @Post('rounds/:id/questions/items')
  addItems(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    const meant = (input: z.output<typeof itemQuestions>) => ({ kind: 'item', ...input }) as const;
    return this.add(actor, id, itemQuestions, body, meant, (items) => ({ items }));
  }

  @Post('rounds/:id/questions/objectives')
  addObjectives(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    const meant = (input: z.output<typeof objectiveQuestions>) => ({ kind: 'objective', ...input }) as const;
    return this.add(actor, id, objectiveQuestions, body, meant, (objectives) => ({ objectives }));
  }

  @Post('rounds/:id/questions/free')
  addFree(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    const meant = (input: z.output<typeof freeQuestion>) => ({ kind: 'free', ...input }) as const;
    return this.add(actor, id, freeQuestion, body, meant, (free) => ({ free }));
  }

  @Get('round-questions/:id')
  async editForm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { question } = await this.questions.find(actor, id);
    const { hint, text, chosen, asked, kind } = question;
    const shown = kind !== 'item' && asked === 'owners' ? 'everybody' : asked;
    return page(await this.one(actor, id, emptyForm({ hint, text, chosen: chosen ?? [], asked: shown })));
  }

  @Post('round-questions/:id')
  async change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    const { round } = await this.questions.find(actor, id);
    return submitForm({
      schema: questionChange,
      body,
      act: async (input) => {
        await this.questions.change(actor, id, input);
        return redirect(`/rounds/${round.id}/questions`, 'notice.saved');
      },
      show: (state) => this.one(actor, id, state),
    });
  }

  @Post('round-questions/:id/removal')
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const round = await this.questions.remove(actor, id);
    return redirect(`/rounds/${round.id}/questions`, 'notice.questionRemoved');
  }

  @Post('round-questions/:id/step')
  async step(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    const round = await this.questions.step(actor, id, parse(stepInput, body).direction);
    return redirect(`/rounds/${round.id}/questions`);
  }

  private add<T extends ZodType>(
    actor: Actor,
    id: string,
    schema: T,
    body: unknown,
    meant: (input: z.output<T>) => QuestionsInput,
    forms: (state: FormState) => Forms,
  ) {
    return submitForm({
      schema,
      body,
      act: async (input) => {
        const added = await this.questions.add(actor, id, meant(input));
        const notice = added.length > 0 ? 'notice.questionsAdded' : 'notice.questionsKnown';
        return redirect(`/rounds/${id}/questions`, notice);
      },
      show: (state) => this.sheet(actor, id, forms(state)),
    });
  }

  private async sheet(actor: Actor, id: string, states: Forms) {
    const round = await this.reader.findToManage(actor, id);
    const [mechanism, questions, plans] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.reader.questions(id),
      this.plans.list(actor, round.mechanismId),
    ]);
    const original = { original: mechanism.languages[0] };
    const free = states.free ?? emptyForm({ text: original, hint: original });
    return <QuestionsPage {...{ mechanism, round, questions, plans, states: { ...states, free } }} />;
  }

  private async one(actor: Actor, id: string, state: FormState) {
    const { question, round } = await this.questions.find(actor, id);
    const [mechanism, addressees] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.addressees.list(actor, round.id),
    ]);
    return <QuestionPage {...{ mechanism, round, question, addressees, state }} />;
  }
}
