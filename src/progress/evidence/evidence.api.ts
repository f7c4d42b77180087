import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { EvidenceLinkInput } from './evidence.dto.js';
import { evidenceResource } from './evidence.resource.js';
import { EvidenceService } from './evidence.service.js';

/** Links as evidence. Files are taken in beside those of the form, see EvidencePages. */
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
}
