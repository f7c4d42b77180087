import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { EvidenceLinkInput } from './evidence.dto.js';
import { evidenceResource } from './evidence.resource.js';
import { EvidenceService } from './evidence.service.js';

/** Evidence of the working text. Files are taken in beside those of the form, see EvidencePages. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1/progress/:id/evidence')
@Access('progress.write')
export class EvidenceApi {
  constructor(private readonly evidence: EvidenceService) {}

  @Post()
  async addLink(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EvidenceLinkInput) {
    return evidenceResource(await this.evidence.addLink(actor, id, input));
  }

  /** Adds again what went with an earlier version, also with one that was withdrawn. */
  @Put(':evidenceId')
  async addAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('evidenceId') evidenceId: string,
  ) {
    return evidenceResource(await this.evidence.addAgain(actor, evidenceId, id));
  }

  /** Takes evidence off the working text; with the versions it was submitted with it stays. */
  @Delete(':evidenceId')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('evidenceId') evidenceId: string) {
    await this.evidence.remove(actor, evidenceId, id);
  }
}
