import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { redirect } from '../../platform/web/page.js';
import { ReviewersService } from './reviewers.service.js';

/** A peer says whether it is ready to advise in a mechanism. */
@Controller()
export class ReviewersPages {
  constructor(private readonly reviewers: ReviewersService) {}

  @Post('mechanisms/:mechanismId/practice-reviewers/me')
  @Access('practices.review')
  async volunteer(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() body: { ready?: string },
  ) {
    await this.reviewers.volunteer(actor, mechanismId, body.ready === 'yes');
    return redirect(`/mechanisms/${mechanismId}/practices`, 'notice.saved');
  }
}
