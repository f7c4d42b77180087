import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../../platform/http/actor.js';
import { PathId } from '../../../platform/http/path-id.js';
import { ReleaseAskingService } from './release-asking.service.js';

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1/submissions/:id/release-requests')
@Access('submissions.edit')
export class ReleaseAskingApi {
  constructor(private readonly asking: ReleaseAskingService) {}

  /** Mails the people of each delegation with accepted entries that are not released; nobody twice within two weeks. */
  @Post()
  @HttpCode(200)
  async ask(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { entries, delegations, toAsk } = await this.asking.ask(actor, id);
    return { entries, delegations, asked: toAsk };
  }
}
