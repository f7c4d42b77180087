import { Controller, Post } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { redirect } from '../platform/web/page.js';
import { Asks, FINAL, mails } from '../platform/web/presses/asks.js';
import { PracticeMovesService } from './practice-moves.service.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticesService } from './practices.service.js';

/** The buttons that move a practice on, or back, and the one that deletes it. */
@Controller()
@Access('practices.write')
export class PracticeMovesPages {
  constructor(
    private readonly moves: PracticeMovesService,
    private readonly practices: PracticesService,
    private readonly query: PracticeQueryService,
  ) {}

  @Post('practices/:id/offer')
  @Asks<PracticeMovesPages>('practice.offer', async (pages, { actor, params: { id } }) => ({
    name: (await pages.query.findOwn(actor, id!)).title,
    consequences: [
      { key: 'press.practice.offer' },
      ...mails(await pages.moves.wouldTell(actor, id!)),
      { key: 'press.practice.back' },
    ],
    back: `/practices/${id}`,
  }))
  async offer(@CurrentActor() actor: Actor, @PathId() id: string) {
    const done = await this.moves.offer(actor, id);
    return redirect(`/practices/${id}`, done ? 'notice.practiceOffered' : 'notice.inClearance');
  }

  /** Who ended a review may no longer see the practice: the secretariat goes back to the list. */
  @Post('practices/:id/review-end')
  @Asks<PracticeMovesPages>('practice.endReview', async (pages, { actor, params: { id } }) => ({
    name: (await pages.query.find(actor, id!)).practice.title,
    consequences: [{ key: 'press.practice.reviewed' }, FINAL],
    back: `/practices/${id}`,
  }))
  async endReview(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { practice, sight } = await this.query.find(actor, id);
    await this.moves.endReview(actor, id);
    const to = sight === 'own' ? `/practices/${id}` : `/mechanisms/${practice.mechanismId}/practices`;
    return redirect(to, 'notice.practiceReviewed');
  }

  @Post('practices/:id/withdrawal')
  @Asks<PracticeMovesPages>('practice.withdraw', async (pages, { actor, params: { id } }) => ({
    name: (await pages.query.findOwn(actor, id!)).title,
    consequences: [{ key: 'press.practice.withdraw' }, { key: 'press.practice.again' }],
    back: `/practices/${id}`,
  }))
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.moves.withdraw(actor, id);
    return redirect(`/practices/${id}`, 'notice.practiceWithdrawn');
  }

  @Post('practices/:id/revision')
  async revise(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.moves.revise(actor, id);
    return redirect(`/practices/${id}/edit`);
  }

  @Post('practices/:id/removal')
  @Asks<PracticeMovesPages>('practice.remove', async (pages, { actor, params: { id } }) => ({
    name: (await pages.query.findOwn(actor, id!)).title,
    consequences: [{ key: 'press.gone' }, FINAL],
    back: `/practices/${id}`,
  }))
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const mechanismId = await this.practices.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/practices`, 'notice.practiceRemoved');
  }
}
