import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { XLSX } from '../../platform/documents/workbook.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import { PathId } from '../../platform/http/path-id.js';
import { SheetQuery } from '../sheet.dto.js';
import { SheetFileService } from './sheet-file.service.js';

/** A plan's sheet as an Excel file, with the filter and the columns of the address. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller()
export class SheetFilePages {
  constructor(private readonly files: SheetFileService) {}

  @Get('api/v1/plans/:id/sheet.xlsx')
  @Access('anyone')
  @ApiProduces(XLSX)
  fileByApi(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: SheetQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(actor, id, query, reply);
  }

  @Get('plans/:id/sheet.xlsx')
  @Access('anyone')
  file(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: SheetQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return orSignIn(actor, this.send(actor, id, query, reply));
  }

  private async send(actor: Actor, id: string, query: SheetQuery, reply: FastifyReply): Promise<Buffer> {
    const { name, body } = await this.files.file(actor, id, query);
    return attachment(reply, { name, mediaType: XLSX, body });
  }
}
