import { Controller, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { redirect } from '../../platform/web/page.js';
import { SubmissionQueryService } from '../submissions/submission-query.service.js';
import { CirculationService } from './circulation.service.js';

/** What somebody answers to a submission that was circulated to them. */
@Controller()
@Access('submissions.read')
export class CirculationPages {
  constructor(
    private readonly circulation: CirculationService,
    private readonly query: SubmissionQueryService,
  ) {}

  @Post('submissions/:id/no-comments')
  async noComments(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.circulation.noComments(actor, (await this.query.find(actor, id)).submission);
    return redirect(`/submissions/${id}`, 'notice.messageSent');
  }
}
