import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import type { AgendaItem, Meeting } from '../meeting/meeting.entity.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import { AgendaItemChange, AgendaItemInput, OrderStepInput } from './agenda.dto.js';
import { agendaItemResource } from './agenda.resource.js';
import { AgendaService } from './agenda.service.js';
import { AgendaItemPage } from './views/agenda-form.js';

@Controller()
@Access('meetings.edit')
export class AgendaPages {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly mechanisms: MechanismsService,
    private readonly agenda: AgendaService,
  ) {}

  @Get('meetings/:id/agenda/new')
  async newAgendaItem(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.agendaForm(await this.meetings.findToEdit(actor, id), null, emptyForm()));
  }

  @Post('meetings/:id/agenda')
  async addToAgenda(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      input: AgendaItemInput,
      body,
      act: async (input) => {
        await this.agenda.add(actor, id, input);
        return redirect(`/meetings/${id}#agenda`, 'notice.agendaAdded');
      },
      show: (state) => this.agendaForm(meeting, null, state),
    });
  }

  @Get('agenda-items/:id')
  async editAgendaItem(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { item, meeting } = await this.agenda.findToEdit(actor, id);
    return page(await this.agendaForm(meeting, item, emptyForm(agendaItemResource(item))));
  }

  @Post('agenda-items/:id')
  async updateAgendaItem(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { item, meeting } = await this.agenda.findToEdit(actor, id);
    return submitForm({
      input: AgendaItemChange,
      body,
      act: async (input) => {
        await this.agenda.update(actor, id, input);
        return redirect(`/meetings/${meeting.id}#agenda`, 'notice.saved');
      },
      show: (state) => this.agendaForm(meeting, item, state),
    });
  }

  @Post('agenda-items/:id/step')
  async step(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return redirect(
      `/meetings/${await this.agenda.step(actor, id, readInput(OrderStepInput, body).direction)}#agenda`,
    );
  }

  @Post('agenda-items/:id/removal')
  @Asks<AgendaPages>('agenda.remove', async (pages, { actor, params: { id } }) => {
    const { item, meeting } = await pages.agenda.findToEdit(actor, id!);
    return {
      name: item.title,
      consequences: [{ key: 'press.gone' }, FINAL],
      back: `/meetings/${meeting.id}#agenda`,
    };
  })
  async removeFromAgenda(@CurrentActor() actor: Actor, @PathId() id: string) {
    return redirect(`/meetings/${await this.agenda.remove(actor, id)}#agenda`, 'notice.agendaRemoved');
  }

  private async agendaForm(meeting: Meeting, item: AgendaItem | null, state: FormState) {
    const mechanism = await this.mechanisms.find(meeting.mechanismId);
    return <AgendaItemPage {...{ meeting, mechanism, item, state }} />;
  }
}
