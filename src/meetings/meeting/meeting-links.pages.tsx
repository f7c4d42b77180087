import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, OffersUndo } from '../../platform/web/presses/asks.js';
import { AdoptedPlanInput, MeetingDocumentInput } from './meeting.dto.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingsService } from './meetings.service.js';
import { DocumentPage } from './views/document-form.js';

/** What a meeting is linked to: its documents, and the plans it adopted. */
@Controller()
@Access('meetings.edit')
export class MeetingLinksPages {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly links: MeetingLinksService,
  ) {}

  @Get('meetings/:id/documents/new')
  async newDocument(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<DocumentPage meeting={await this.meetings.findToEdit(actor, id)} state={emptyForm()} />);
  }

  @Post('meetings/:id/documents')
  async addDocument(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      input: MeetingDocumentInput,
      body,
      act: async (input) => {
        await this.links.addDocument(actor, id, input);
        return redirect(`/meetings/${id}#documents`, 'notice.documentAdded');
      },
      show: (state) => <DocumentPage meeting={meeting} state={state} />,
    });
  }

  @Post('meeting-documents/:id/removal')
  @Asks<MeetingLinksPages>('document.remove', async (pages, { actor, params: { id } }) => {
    const { title, meetingId } = await pages.links.findDocument(actor, id!);
    return {
      name: title,
      consequences: [{ key: 'press.gone' }, FINAL],
      back: `/meetings/${meetingId}#documents`,
    };
  })
  async removeDocument(@CurrentActor() actor: Actor, @PathId() id: string) {
    const meetingId = await this.links.removeDocument(actor, id);
    return redirect(`/meetings/${meetingId}#documents`, 'notice.documentRemoved');
  }

  @Post('meetings/:id/adopted-plans')
  async linkPlan(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    await this.links.linkPlan(actor, id, readInput(AdoptedPlanInput, body).planId);
    return redirect(`/meetings/${id}#plans`, 'notice.planLinked');
  }

  @Post('meetings/:id/adopted-plans/:planId/removal')
  @OffersUndo()
  async unlinkPlan(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('planId') planId: string) {
    await this.links.unlinkPlan(actor, id, planId);
    const undo = { action: `/meetings/${id}/adopted-plans`, fields: { planId } };
    return redirect(`/meetings/${id}#plans`, 'notice.planUnlinked', undo);
  }
}
