import { Body, Controller, Get, Post } from '@nestjs/common';
import { ConflictError } from '../../platform/errors.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, OffersUndo, type Press, type Question } from '../../platform/web/presses/asks.js';
import { AdoptionInput } from './plan.dto.js';
import type { Plan } from './plan.entity.js';
import { PLAN_BACK_DAYS, type PlanMove } from './plan.workflow.js';
import { PlanRemovalService } from './plan-removal.service.js';
import { PlansService } from './plans.service.js';
import { relatedTo } from './related-plans.js';
import { AdoptPage } from './views/adopt.js';

/** Adopting a plan, and its other moves from state to state. */
@Controller('plans/:id')
export class PlanMovesPages {
  constructor(
    private readonly plans: PlansService,
    private readonly removals: PlanRemovalService,
  ) {}

  @Get('adoption')
  @Access('plans.edit')
  async adoptForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.findToEdit(actor, id);
    return page(await this.adoptionForm(actor, plan, emptyForm({ supersedes: true })));
  }

  @Post('adoption')
  @Access('plans.edit')
  async adopt(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: AdoptionInput,
      body,
      act: async (input) => {
        await this.plans.move(actor, id, 'adopt', input);
        return redirect(`/plans/${id}`, 'notice.planMoved');
      },
      show: (state) => this.adoptionForm(actor, plan, state),
    });
  }

  @Post('validation')
  @Access('plans.edit')
  @OffersUndo()
  validate(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'validate');
  }

  @Post('reopening')
  @Access('plans.edit')
  @OffersUndo()
  reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'reopen');
  }

  @Post('supersession')
  @Access('plans.edit')
  @Asks<PlanMovesPages>('planMove.supersede', (pages, press) => pages.ending(press))
  @OffersUndo()
  supersede(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'supersede');
  }

  @Post('closure')
  @Access('plans.edit')
  @Asks<PlanMovesPages>('planMove.close', (pages, press) => pages.ending(press))
  @OffersUndo()
  close(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.move(actor, id, 'close');
  }

  private async move(actor: Actor, id: string, move: PlanMove) {
    await this.plans.move(actor, id, move);
    const back = BACK[move];
    return redirect(
      `/plans/${id}`,
      'notice.planMoved',
      back ? { action: `/plans/${id}/${back}` } : undefined,
    );
  }

  /** Deletes a plan that nobody reported on. */
  @Post('removal')
  @Access('plans.edit')
  @Asks<PlanMovesPages>('plan.remove', (pages, press) => pages.removing(press))
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { mechanismId } = await this.removals.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}`, 'notice.planRemoved');
  }

  private async removing({ actor, params: { id } }: Press): Promise<Question> {
    const { plan, items, dependents, kept } = await this.removals.removing(actor, id!);
    if (kept) throw new ConflictError('error.planHasEntries');
    return {
      name: plan.title,
      consequences: [
        { key: 'press.plan.items', values: { count: items } },
        ...dependents.map(({ label, count }) => ({ key: label as TextKey, values: { count } })),
        { key: 'press.plan.history' },
        FINAL,
      ],
      back: `/plans/${id}`,
    };
  }

  /** Puts a plan back that was superseded or closed a short while ago. */
  @Post('resumption')
  @Access('plans.edit')
  async resume(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.plans.resume(actor, id);
    return redirect(`/plans/${id}`, 'notice.planMoved');
  }

  /** What ends with a plan that is superseded or closed. */
  private async ending({ actor, params: { id } }: Press): Promise<Question> {
    const { title } = await this.plans.findToEdit(actor, id!);
    return {
      name: title,
      consequences: [
        { key: 'press.plan.over' },
        { key: 'press.plan.stays' },
        { key: 'press.plan.back', values: { count: PLAN_BACK_DAYS } },
      ],
      back: `/plans/${id}`,
    };
  }

  private async adoptionForm(actor: Actor, plan: Plan, state: FormState) {
    const { former } = relatedTo(plan, await this.plans.list(actor, plan.mechanismId));
    const empty = (await this.removals.itemIds(plan.id)).length === 0;
    return <AdoptPage {...{ plan, former, empty, state }} />;
  }
}

/** What takes a move back. */
const BACK: Partial<Record<PlanMove, string>> = {
  validate: 'reopening',
  reopen: 'validation',
  supersede: 'resumption',
  close: 'resumption',
};
