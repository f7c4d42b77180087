import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ForbiddenError } from '../platform/errors.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { conversationScopes } from './practice-conversation.js';
import { SharingInput } from './practice.dto.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticesService } from './practices.service.js';
import { PracticeCommentInput, ReviewerInput } from './review/review.dto.js';
import { ReviewersService } from './review/reviewers.service.js';
import { ReviewService } from './review/review.service.js';
import { PracticePage } from './views/practice.js';
import { SharePage } from './views/share.js';

/** One practice: read, advised on, moved along and shared. */
@Controller()
export class PracticePages {
  constructor(
    private readonly practices: PracticesService,
    private readonly query: PracticeQueryService,
    private readonly review: ReviewService,
    private readonly reviewers: ReviewersService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('practices/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await orSignIn(actor, this.sheet(actor, id)));
  }

  @Post('practices/:id/offer')
  @Access('practices.write')
  async offer(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.practices.offer(actor, id);
    return redirect(`/practices/${id}`, 'notice.practiceOffered');
  }

  /** The one who ended a review may no longer see it: the secretariat goes back to the list. */
  @Post('practices/:id/review-end')
  @Access('practices.write')
  async endReview(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { practice, sight } = await this.query.find(actor, id);
    await this.practices.endReview(actor, id);
    const to = sight === 'own' ? `/practices/${id}` : `/mechanisms/${practice.mechanismId}/practices`;
    return redirect(to, 'notice.practiceReviewed');
  }

  @Post('practices/:id/withdrawal')
  @Access('practices.write')
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.practices.withdraw(actor, id);
    return redirect(`/practices/${id}`, 'notice.practiceWithdrawn');
  }

  @Post('practices/:id/revision')
  @Access('practices.write')
  async revise(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.practices.revise(actor, id);
    return redirect(`/practices/${id}/edit`);
  }

  @Post('practices/:id/removal')
  @Access('practices.write')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const mechanismId = await this.practices.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/practices`, 'notice.practiceRemoved');
  }

  @Get('practices/:id/share')
  @Access('practices.write')
  async shareForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.sharing(actor, id));
  }

  @Post('practices/:id/share')
  @Access('practices.write')
  share(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: SharingInput,
      body,
      act: async (input) => {
        await this.practices.share(actor, id, input);
        return redirect(`/practices/${id}`, 'notice.practiceShared');
      },
      show: (state) => this.sharing(actor, id, state),
    });
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
      show: (comment) => this.sheet(actor, id, { comment }),
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
      show: (ask) => this.sheet(actor, id, { ask }),
    });
  }

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

  private async sheet(actor: Actor, id: string, forms: { comment?: FormState; ask?: FormState } = {}) {
    const seen = await this.query.find(actor, id);
    const { practice, sight } = seen;
    const manages = sight === 'review' && can(actor, 'practices.manage', practice.mechanismId);
    // Only those that the reader takes part in: with whom else it is shared is the owner's to know.
    const scopes = conversationScopes(practice).filter(
      (scope) => sight === 'own' || can(actor, 'practices.read', scope),
    );
    const [comments, peers, mechanisms] = await Promise.all([
      this.review.comments(actor, seen),
      manages ? this.reviewers.peers(practice) : [],
      this.mechanisms.list(actor.kind === 'visitor' ? [] : scopes),
    ]);
    const asked = new Set(practice.reviewers.map(({ accountId }) => accountId));
    return (
      <PracticePage {...{ seen, comments, peers: manages ? peers : null, asked, mechanisms, ...forms }} />
    );
  }

  private async sharing(actor: Actor, id: string, state?: FormState) {
    const { practice, sight } = await this.query.find(actor, id);
    if (sight !== 'own') throw new ForbiddenError('error.notYours');
    const { isPublic, shares } = practice;
    const mechanisms = await this.mechanisms.list();
    const current = emptyForm({ isPublic, mechanisms: shares.map(({ mechanismId }) => mechanismId) });
    return <SharePage {...{ practice, mechanisms, state: state ?? current }} />;
  }
}
