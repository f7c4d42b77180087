import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFoundError } from '../../platform/errors.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { EXPORT_FORMATS, EXPORT_TYPES } from './export-files.js';
import { ExportsService } from './exports.service.js';

/** A plan as a file, for people and for programs. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller()
export class ExportsPages {
  constructor(private readonly exports: ExportsService) {}

  @Get('api/v1/plans/:id/export.:format')
  @Access('anyone')
  @ApiProduces(...Object.values(EXPORT_TYPES))
  fileByApi(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(actor, id, format, reply);
  }

  @Get('plans/:id/export.:format')
  @Access('anyone')
  file(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return orSignIn(actor, this.send(actor, id, format, reply));
  }

  private async send(actor: Actor, id: string, ending: string, reply: FastifyReply): Promise<Buffer> {
    const format = EXPORT_FORMATS.find((one) => one === ending);
    if (!format) throw new NotFoundError('export');
    const { name, body } = await this.exports.file(actor, id, format);
    void reply
      .header('content-type', EXPORT_TYPES[format])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store');
    return body;
  }
}
