import { Body, Controller, Get, Post } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { Panels } from '../platform/web/panels.js';
import { conversationScopes } from './practice-conversation.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticeCommentInput, ReviewerInput } from './review/review.dto.js';
import { ReviewersService } from './review/reviewers.service.js';
import { ReviewService } from './review/review.service.js';
import { PracticePage } from './views/practice.js';

/** One practice, with the advice on it. */
@Controller()
export class PracticePages {
  constructor(
    private readonly query: PracticeQueryService,
    private readonly review: ReviewService,
    private readonly reviewers: ReviewersService,
    private readonly mechanisms: MechanismsService,
    private readonly panels: Panels,
  ) {}

  @Get('practices/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await orSignIn(actor, this.view(actor, id)));
  }

  @Post('practices/:id/comments')
  @Access('signed-in')
  comment(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: PracticeCommentInput,
      body,
      act: async (input) => {
        await this.review.comment(actor, id, input);
        return redirect(`/practices/${id}`, 'notice.practiceCommented');
      },
      show: (comment) => this.view(actor, id, { comment }),
    });
  }

  @Post('practices/:id/reviewers')
  @Access('practices.manage')
  ask(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ReviewerInput,
      body,
      act: async ({ accountId }) => {
        await this.review.ask(actor, id, accountId);
        return redirect(`/practices/${id}`, 'notice.practiceAsked');
      },
      show: (ask) => this.view(actor, id, { ask }),
    });
  }

  private async view(actor: Actor, id: string, forms: { comment?: FormState; ask?: FormState } = {}) {
    const seen = await this.query.find(actor, id);
    const { practice, sight } = seen;
    const manages = sight === 'review' && can(actor, 'practices.manage', practice.mechanismId);
    // Only those that the reader takes part in: with whom else it is shared is the owner's to know.
    const scopes = conversationScopes(practice).filter(
      (scope) => sight === 'own' || can(actor, 'practices.read', scope),
    );
    const [comments, peers, mechanisms, panels] = await Promise.all([
      this.review.comments(actor, seen),
      manages ? this.reviewers.peers(practice) : [],
      this.mechanisms.list(actor.kind === 'visitor' ? [] : scopes),
      sight === 'own' ? this.panels.render('practice', actor, id) : [],
    ]);
    const asked = new Set(practice.reviewers.map(({ accountId }) => accountId));
    return (
      <PracticePage
        {...{ seen, comments, peers: manages ? peers : null, asked, mechanisms, panels, ...forms }}
      />
    );
  }
}
