import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { AddresseesService } from './addressees.service.js';
import { DeskQuery } from '../desk/desk.dto.js';
import { DeskRenderer } from '../desk/desk-renderer.js';
import { AddresseesInput } from './addressees.dto.js';
import { type Chosen, withGroup } from './groups.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { AddresseesPage } from './views/addressees.js';

/** Whom a round asks; the secretariat's pages. */
@Controller('rounds/:id/addressees')
@Access('rounds.manage')
export class AddresseesPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly addressees: AddresseesService,
    private readonly desk: DeskRenderer,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get()
  async choose(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.form(actor, id, null));
  }

  /** Saves who is chosen; a button of a group only ticks more in the form. */
  @Post()
  @Takes(AddresseesInput)
  async set(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { group, ...chosen } = body as { group?: string };
    if (group) return page(await this.form(actor, id, emptyForm(chosen), group));
    return submitForm({
      input: AddresseesInput,
      body,
      act: async (input) => {
        await this.addressees.set(actor, id, input);
        return redirect(`/rounds/${id}`, 'notice.saved');
      },
      show: (state) => this.form(actor, id, state),
    });
  }

  @Get(':addresseeId')
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Query() { tick }: DeskQuery,
  ) {
    return page(await this.desk.delegation(actor, id, addresseeId, { tickAll: tick === 'all' }));
  }

  /** `state` null: what is chosen now. */
  private async form(actor: Actor, id: string, state: FormState | null, added?: string) {
    const round = await this.rounds.findToManage(actor, id);
    const [mechanism, choosable, asked, groups] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.addressees.choosable(actor, round.mechanismId),
      this.addressees.list(actor, id),
      this.addressees.groups(actor, round),
    ]);
    const chosen = emptyForm(round.state === 'draft' ? subjectsOf(asked) : {});
    const shown = added ? emptyForm({ ...withGroup(chosenIn(state!), added, groups) }) : (state ?? chosen);
    return <AddresseesPage {...{ mechanism, round, choosable, asked, groups }} state={shown} />;
  }
}

function subjectsOf(addressees: readonly RoundAddressee[]) {
  const of = (kind: RoundAddressee['kind']) =>
    addressees.filter((one) => one.kind === kind).map(({ subject }) => subject);
  return { states: of('state'), partners: of('partner') };
}

/** What a form sent, unread: one ticked box is no list. */
function chosenIn({ values }: FormState): Chosen {
  const list = (value: unknown) =>
    [value ?? []].flat().filter((one): one is string => typeof one === 'string');
  return { states: list(values.states), partners: list(values.partners) };
}
