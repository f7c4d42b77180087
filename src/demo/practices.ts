import type { INestApplicationContext } from '@nestjs/common';
import { readInput } from '../platform/http/read-input.js';
import { PracticeInput, SharingInput } from '../practices/practice.dto.js';
import { PracticeMovesService } from '../practices/practice-moves.service.js';
import { PracticesService } from '../practices/practices.service.js';
import { PracticeCommentInput } from '../practices/review/review.dto.js';
import { ReviewService } from '../practices/review/review.service.js';
import { ReviewersService } from '../practices/review/reviewers.service.js';
import { type Cast, officeOf } from './cast.js';
import { type DemoPractice, practices } from './practices.data.js';

/** The day of the story on which people write down what worked. */
export const PRACTICES_DAY = 70;

/** Each is written, offered to peers who advise, and shared as far as its owner likes. Answers how many. */
export async function offerPractices(app: INestApplicationContext, cast: Cast): Promise<number> {
  for (const practice of practices) await offer(app, cast, practice);
  return practices.length;
}

async function offer(app: INestApplicationContext, cast: Cast, practice: DemoPractice): Promise<void> {
  const { by, as, mechanism, title, language, comments, sharedWith, ...content } = practice;
  const owner = cast.actors[by]!;
  const moves = app.get(PracticeMovesService);
  const input = readInput(PracticeInput, { as, title, language, content });
  const { id } = await app.get(PracticesService).create(owner, mechanism, input);
  const said = Object.entries(comments);
  if (said.length === 0) return;
  await moves.offer(owner, id);
  for (const [criterion, [peer, text]] of said) {
    const actor = cast.actors[peer]!;
    await app.get(ReviewersService).volunteer(actor, mechanism, true);
    const comment = readInput(PracticeCommentInput, { criterion, text: `${text} (Invented.)` });
    await app.get(ReviewService).comment(actor, id, comment);
  }
  if (!sharedWith) return;
  await moves.endReview(officeOf(cast, mechanism), id);
  const everybody = sharedWith === 'everybody';
  const sharing = readInput(SharingInput, {
    mechanisms: everybody ? [mechanism] : [...sharedWith],
    ...(everybody && { isPublic: 'on' }),
  });
  await moves.share(owner, id, sharing);
}
