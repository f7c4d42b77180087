import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { can } from '../../accounts/roles.js';
import { officialNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { docxOf } from '../../platform/documents/write-file.js';
import { InvalidError } from '../../platform/errors.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { Takes, UploadLimit } from '../../platform/http/requests/body-limit.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, type Consequence, FINAL } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { receivedFile, sendFile } from '../../rounds/letter/send-file.js';
import { PledgeAudienceInput, PledgeChange, PledgeInput, PledgeUpdateInput } from './pledge.dto.js';
import { pledgeDocument } from './pledge-document.js';
import type { Pledge } from './pledge.entity.js';
import { pledgeResource } from './pledge.resource.js';
import { PledgesService } from './pledges.service.js';
import { PLEDGE_FILE_BYTES } from './vocabulary.js';
import { PledgePage } from './views/pledge.js';
import { PledgeFormPage } from './views/pledge-form.js';
import { PledgesPage } from './views/pledges.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller()
export class PledgesPages {
  constructor(
    private readonly pledges: PledgesService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/pledges')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const pledges = await this.pledges.list(actor, mechanismId);
    const editable = can(actor, 'submissions.edit', mechanismId);
    return page(<PledgesPage {...{ mechanism, pledges, editable }} />);
  }

  @Get('mechanisms/:mechanismId/pledges/new')
  @Access('submissions.edit')
  async newForm(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    return page(await this.form(mechanismId, null, emptyForm({ language: actor.language })));
  }

  @Post('mechanisms/:mechanismId/pledges')
  @Access('submissions.edit')
  @Takes(PledgeInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: PledgeInput,
      body,
      act: async (input) => {
        const { id } = await this.pledges.create(actor, mechanismId, input);
        return redirect(`/pledges/${id}`, 'notice.pledgeCreated');
      },
      show: (state) => this.form(mechanismId, null, state),
    });
  }

  @Get('pledges/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.page(actor, await orSignIn(actor, this.pledges.find(actor, id)), emptyForm()));
  }

  @Get('pledges/:id/edit')
  @Access('submissions.edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const pledge = await this.pledges.findToEdit(actor, id);
    return page(await this.form(pledge.mechanismId, pledge, emptyForm(pledgeResource(pledge))));
  }

  @Post('pledges/:id')
  @Access('submissions.edit')
  @Takes(PledgeChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const pledge = await this.pledges.findToEdit(actor, id);
    return submitForm({
      input: PledgeChange,
      body,
      act: async (input) => {
        await this.pledges.update(actor, id, input);
        return redirect(`/pledges/${id}`, 'notice.saved');
      },
      show: (state) => this.form(pledge.mechanismId, pledge, state),
    });
  }

  @Post('pledges/:id/audience')
  @Access('submissions.edit')
  @Asks<PledgesPages>('pledge.open', async (pages, { actor, params: { id }, body }) => {
    const { name } = await pages.pledges.findToEdit(actor, id!);
    const { audience } = readInput(PledgeAudienceInput, body);
    const consequences: Consequence[] = [{ key: `pledge.audience.${audience}.text` }];
    return { name, consequences, back: `/pledges/${id}` };
  })
  async open(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    await this.pledges.open(actor, id, readInput(PledgeAudienceInput, body).audience);
    return redirect(`/pledges/${id}`, 'notice.saved');
  }

  @Post('pledges/:id/updates')
  @Access('submissions.edit')
  @Takes(PledgeUpdateInput)
  async addUpdate(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const pledge = await this.pledges.find(actor, id);
    return submitForm({
      input: PledgeUpdateInput,
      body,
      act: async (input) => {
        await this.pledges.addUpdate(actor, id, input);
        return redirect(`/pledges/${id}#updates`, 'notice.saved');
      },
      show: (state) => this.page(actor, pledge, state),
    });
  }

  @Post('pledges/:id/file')
  @Access('submissions.edit')
  @UploadLimit(PLEDGE_FILE_BYTES)
  async setFile(@CurrentActor() actor: Actor, @PathId() id: string, @Req() request: FastifyRequest) {
    const pledge = await this.pledges.find(actor, id);
    try {
      await this.pledges.setFile(actor, id, await receivedFile(request));
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      return page(await this.page(actor, pledge, { values: {}, errors: error.fields }), error.status);
    }
    return redirect(`/pledges/${id}`, 'notice.saved');
  }

  @Get('pledges/:id/file')
  @Access('anyone')
  async file(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return sendFile(await orSignIn(actor, this.pledges.openFile(actor, id)), reply);
  }

  @Get('pledges/:id/pledge.docx')
  @Access('anyone')
  async word(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const pledge = await orSignIn(actor, this.pledges.find(actor, id));
    const mechanism = await this.mechanisms.find(pledge.mechanismId);
    const body = await docxOf(pledgeDocument(pledge, officialNameIn(mechanism, pledge.language)));
    return attachment(reply, { name: 'pledge.docx', mediaType: WORD, body });
  }

  @Post('pledges/:id/removal')
  @Access('submissions.edit')
  @Asks<PledgesPages>('pledge.remove', async (pages, { actor, params: { id } }) => {
    const { name } = await pages.pledges.findToEdit(actor, id!);
    return { name, consequences: [{ key: 'press.gone' }, FINAL], back: `/pledges/${id}` };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const mechanismId = await this.pledges.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/pledges`, 'notice.pledgeRemoved');
  }

  private async form(mechanismId: string, pledge: Pledge | null, state: FormState) {
    return <PledgeFormPage mechanism={await this.mechanisms.find(mechanismId)} {...{ pledge, state }} />;
  }

  private async page(actor: Actor, pledge: Pledge, state: FormState) {
    const editable = can(actor, 'submissions.edit', pledge.mechanismId);
    const mechanism = await this.mechanisms.find(pledge.mechanismId);
    return <PledgePage {...{ mechanism, pledge, editable, state }} />;
  }
}
