import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { SubmissionQueryService } from '../submissions/submission-query.service.js';
import { CirculationService } from './circulation.service.js';

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
@Access('submissions.read')
export class CirculationApi {
  constructor(
    private readonly circulation: CirculationService,
    private readonly query: SubmissionQueryService,
  ) {}

  /**
   * To whom it was circulated, when each of them wrote last, and where it talks with the secretariat. A delegation finds
   * itself alone.
   */
  @Get('submissions/:id/readers')
  async readers(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { submission, sight } = await this.query.find(actor, id);
    const items = sight === 'all' ? await this.circulation.readers(actor, submission) : [];
    return { items, nextCursor: null };
  }

  /** Says that the caller's delegation has no comments. */
  @Post('submissions/:id/no-comments')
  @HttpCode(204)
  async noComments(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.circulation.noComments(actor, (await this.query.find(actor, id)).submission);
  }
}
