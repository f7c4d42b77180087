import { Controller, Get, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { docxOf } from '../platform/documents/write-file.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { attachment } from '../platform/http/attachment.js';
import { practiceDocument, practiceRecord } from './practice-document.js';
import { PracticeQueryService } from './practice-query.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A practice in the repository's form. */
@ApiTags('practices')
@ApiBearerAuth()
@Controller()
export class PracticeFilesPages {
  constructor(private readonly practices: PracticeQueryService) {}

  @Get('practices/:id/practice.docx')
  @Access('anyone')
  async word(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const text = await orSignIn(actor, this.text(actor, id));
    const body = await docxOf(practiceDocument(text));
    return attachment(reply, { name: 'practice.docx', mediaType: WORD, body });
  }

  @Get('practices/:id/practice.json')
  @Access('anyone')
  async json(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const record = practiceRecord(await orSignIn(actor, this.text(actor, id)));
    const body = JSON.stringify(record, null, 2);
    return attachment(reply, { name: 'practice.json', mediaType: 'application/json; charset=utf-8', body });
  }

  /** The practice as a Word file. */
  @Get('api/v1/practices/:id/document.docx')
  @Access('anyone')
  async wordForPrograms(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const text = await this.text(actor, id);
    const body = await docxOf(practiceDocument(text));
    return attachment(reply, { name: 'practice.docx', mediaType: WORD, body });
  }

  /** The practice as data, in the order of the repository's form. */
  @Get('api/v1/practices/:id/document.json')
  @Access('anyone')
  async record(@CurrentActor() actor: Actor, @PathId() id: string) {
    return practiceRecord(await this.text(actor, id));
  }

  private async text(actor: Actor, id: string) {
    const { practice } = await this.practices.find(actor, id);
    return { practice, contact: actor.kind !== 'visitor' };
  }
}
