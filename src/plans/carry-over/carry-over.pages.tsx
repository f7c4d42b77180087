import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { CarryChoiceService } from './carry-choice.service.js';
import { CarryOverService } from './carry-over.service.js';
import { CarryOverInput, CarryQuery } from './carry-over.dto.js';
import { admitChange } from '../plan/plan-text.js';
import { CarryOverPage } from './views/carry-over.js';

@Controller('plans/:id/carrying')
@Access('plans.edit')
export class CarryOverPages {
  constructor(
    private readonly choices: CarryChoiceService,
    private readonly carrying: CarryOverService,
  ) {}

  @Get()
  async choose(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: CarryQuery) {
    const choice = await this.choices.offer(actor, id, query);
    admitChange(choice.plan);
    return page(<CarryOverPage choice={choice} state={emptyForm()} />);
  }

  @Post()
  @Takes(CarryOverInput)
  carry(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: CarryQuery,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: CarryOverInput,
      body,
      act: async (input) => {
        await this.carrying.carry(actor, id, input);
        return redirect(`/plans/${id}`, 'notice.carriedOver');
      },
      show: async (state) => (
        <CarryOverPage choice={await this.choices.offer(actor, id, query)} state={state} />
      ),
    });
  }
}
