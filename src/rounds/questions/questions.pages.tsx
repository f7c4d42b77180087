import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { ChoosableItemsService } from '../../plans/choosing/choosable-items.service.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { QuestionChange, QUESTIONS_INPUTS, QuestionStepInput } from './questions.dto.js';
import { QuestionsService } from './questions.service.js';
import { RoundQueryService } from '../round/round-query.service.js';
import type { QuestionKind } from '../round/vocabulary.js';
import { QuestionsPage } from './views/questions.js';
import { QuestionPage } from './views/question.js';

type Forms = { items?: FormState; objectives?: FormState; free?: FormState };

/** What a draft asks. */
@Controller()
@Access('rounds.manage')
export class QuestionsPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly questions: QuestionsService,
    private readonly addressees: AddresseesService,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
    private readonly choosable: ChoosableItemsService,
  ) {}

  @Get('rounds/:id/questions')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.sheet(actor, id, {}));
  }

  @Post('rounds/:id/questions/items')
  @Takes(QUESTIONS_INPUTS.item)
  addItems(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.add(actor, id, 'item', body, (items) => ({ items }));
  }

  @Post('rounds/:id/questions/objectives')
  @Takes(QUESTIONS_INPUTS.objective)
  addObjectives(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.add(actor, id, 'objective', body, (objectives) => ({ objectives }));
  }

  @Post('rounds/:id/questions/free')
  @Takes(QUESTIONS_INPUTS.free)
  addFree(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return this.add(actor, id, 'free', body, (free) => ({ free }));
  }

  @Get('round-questions/:id')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { question } = await this.questions.find(actor, id);
    const { hint, text, chosen, asked, kind } = question;
    const shown = kind !== 'item' && asked === 'owners' ? 'everybody' : asked;
    return page(await this.one(actor, id, emptyForm({ hint, text, chosen: chosen ?? [], asked: shown })));
  }

  @Post('round-questions/:id')
  @Takes(QuestionChange)
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { round } = await this.questions.find(actor, id);
    return submitForm({
      input: QuestionChange,
      body,
      act: async (input) => {
        await this.questions.change(actor, id, input);
        return redirect(`/rounds/${round.id}/questions`, 'notice.saved');
      },
      show: (state) => this.one(actor, id, state),
    });
  }

  @Post('round-questions/:id/removal')
  @Asks<QuestionsPages>('round.removeQuestion', async (pages, { actor, params: { id } }) => ({
    consequences: [{ key: 'press.gone' }, FINAL],
    back: `/rounds/${(await pages.questions.find(actor, id!)).round.id}/questions`,
  }))
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const round = await this.questions.remove(actor, id);
    return redirect(`/rounds/${round.id}/questions`, 'notice.questionRemoved');
  }

  @Post('round-questions/:id/step')
  async step(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const round = await this.questions.step(actor, id, readInput(QuestionStepInput, body).direction);
    return redirect(`/rounds/${round.id}/questions`);
  }

  private add(
    actor: Actor,
    id: string,
    kind: QuestionKind,
    body: unknown,
    forms: (state: FormState) => Forms,
  ) {
    return submitForm({
      input: QUESTIONS_INPUTS[kind],
      body: { ...(body as object), kind },
      act: async (input) => {
        const added = await this.questions.add(actor, id, input);
        const notice = added.length > 0 ? 'notice.questionsAdded' : 'notice.questionsKnown';
        return redirect(`/rounds/${id}/questions`, notice);
      },
      show: (state) => this.sheet(actor, id, forms(state)),
    });
  }

  private async sheet(actor: Actor, id: string, states: Forms) {
    const round = await this.rounds.findToManage(actor, id);
    const [mechanism, questions, plans] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.rounds.questions(id),
      this.plans.list(actor, round.mechanismId),
    ]);
    const original = { original: mechanism.languages[0] };
    const free = states.free ?? emptyForm({ text: original, hint: original });
    const items = await this.choosable.from(actor, plans, states.items?.values ?? {});
    return <QuestionsPage {...{ mechanism, round, questions, plans, items, states: { ...states, free } }} />;
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
