import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { parse } from '../../platform/http/input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/form.js';
import { page, redirect } from '../../platform/web/page.js';
import { AgendaService } from '../agenda/agenda.service.js';
import {
  adoptedPlanInput,
  agendaItemChange,
  agendaItemInput,
  documentInput,
  stepInput,
} from './meeting.dto.js';
import type { AgendaItem, Meeting } from './meeting.entity.js';
import { agendaItemResource } from './meeting.resource.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingsService } from './meetings.service.js';
import { AgendaItemPage } from '../agenda/views/agenda-form.js';
import { DocumentPage } from './views/document-form.js';

/** The agenda, the documents and the plans adopted: what is added on a meeting's page. */
@Controller()
@Access('meetings.edit')
export class MeetingPartsPages {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly mechanisms: MechanismsService,
    private readonly agenda: AgendaService,
    private readonly links: MeetingLinksService,
  ) {}

  @Get('meetings/:id/agenda/new')
  async newAgendaItem(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return page(await this.agendaForm(await this.meetings.findToEdit(actor, id), null, emptyForm()));
  }

  @Post('meetings/:id/agenda')
  async addToAgenda(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      schema: agendaItemInput,
      body,
      act: async (input) => {
        await this.agenda.add(actor, id, input);
        return redirect(`/meetings/${id}#agenda`, 'notice.agendaAdded');
      },
      show: (state) => this.agendaForm(meeting, null, state),
    });
  }

  @Get('agenda-items/:id')
  async editAgendaItem(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { item, meeting } = await this.agenda.findToEdit(actor, id);
    return page(await this.agendaForm(meeting, item, emptyForm(agendaItemResource(item))));
  }

  @Post('agenda-items/:id')
  async updateAgendaItem(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ) {
    const { item, meeting } = await this.agenda.findToEdit(actor, id);
    return submitForm({
      schema: agendaItemChange,
      body,
      act: async (input) => {
        await this.agenda.update(actor, id, input);
        return redirect(`/meetings/${meeting.id}#agenda`, 'notice.saved');
      },
      show: (state) => this.agendaForm(meeting, item, state),
    });
  }

  @Post('agenda-items/:id/step')
  async step(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: unknown) {
    return redirect(
      `/meetings/${await this.agenda.step(actor, id, parse(stepInput, body).direction)}#agenda`,
    );
  }

  @Post('agenda-items/:id/removal')
  async removeFromAgenda(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return redirect(`/meetings/${await this.agenda.remove(actor, id)}#agenda`, 'notice.agendaRemoved');
  }

  @Get('meetings/:id/documents/new')
  async newDocument(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return page(<DocumentPage meeting={await this.meetings.findToEdit(actor, id)} state={emptyForm()} />);
  }

  @Post('meetings/:id/documents')
  async addDocument(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      schema: documentInput,
      body,
      act: async (input) => {
        await this.links.addDocument(actor, id, input);
        return redirect(`/meetings/${id}#documents`, 'notice.documentAdded');
      },
      show: (state) => <DocumentPage meeting={meeting} state={state} />,
    });
  }

  @Post('meeting-documents/:id/removal')
  async removeDocument(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const meetingId = await this.links.removeDocument(actor, id);
    return redirect(`/meetings/${meetingId}#documents`, 'notice.documentRemoved');
  }

  @Post('meetings/:id/adopted-plans')
  async linkPlan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ) {
    await this.links.linkPlan(actor, id, parse(adoptedPlanInput, body).planId);
    return redirect(`/meetings/${id}#plans`, 'notice.planLinked');
  }

  @Post('meetings/:id/adopted-plans/:planId/removal')
  async unlinkPlan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('planId', ParseUUIDPipe) planId: string,
  ) {
    await this.links.unlinkPlan(actor, id, planId);
    return redirect(`/meetings/${id}#plans`, 'notice.planUnlinked');
  }

  private async agendaForm(meeting: Meeting, item: AgendaItem | null, state: FormState) {
    const mechanism = await this.mechanisms.find(meeting.mechanismId);
    return <AgendaItemPage {...{ meeting, mechanism, item, state }} />;
  }
}
