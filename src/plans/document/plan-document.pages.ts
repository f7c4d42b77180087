import { Controller, Get, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { attachment } from '../../platform/http/attachment.js';
import { PlanDocumentService } from './plan-document.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@ApiTags('plans')
@ApiBearerAuth()
@Controller()
export class PlanDocumentPages {
  constructor(private readonly documents: PlanDocumentService) {}

  @Get('plans/:id/export.docx')
  @Access('anyone')
  async word(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(reply, await orSignIn(actor, this.documents.word(actor, id)));
  }

  /** The plan as a Word file to print. */
  @Get('api/v1/plans/:id/export.docx')
  @Access('anyone')
  async wordForPrograms(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(reply, await this.documents.word(actor, id));
  }

  private send(reply: FastifyReply, file: { name: string; body: Buffer }) {
    return attachment(reply, { ...file, mediaType: WORD });
  }
}
