import { readInput } from '../../src/platform/http/read-input.js';
import { PracticeInput } from '../../src/practices/practice.dto.js';
import { PracticeCommentInput } from '../../src/practices/review/review.dto.js';
import { PracticeMovesService } from '../../src/practices/practice-moves.service.js';
import { PracticesService } from '../../src/practices/practices.service.js';
import { ReviewService } from '../../src/practices/review/review.service.js';
import { SupportInput, SupportOfferInput } from '../../src/support/support.dto.js';
import { SupportOffersService } from '../../src/support/support-offers.service.js';
import { SupportService } from '../../src/support/support.service.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

const LONG =
  'Common training of the officers of both sides at a border post, with the host communities and the associations of migrants';

interface Cast {
  secretariat: Person;
  kenya: Person;
  chair: Person;
  partner: Person;
}

/** Addresses of the pages of practices and of requests for support, by route; one in each state. */
export async function practicePages(
  test: TestApp,
  people: Cast,
  mechanismId: string,
  acceptedEntry: string,
): Promise<Record<string, string[]>> {
  const here = `/mechanisms/${mechanismId}`;
  const practices = await inEachState(test, people, mechanismId);
  const request = await asked(test, people, mechanismId);
  return {
    '/practices': ['/practices', '/practices?objective=9&country=KEN'],
    '/mechanisms/:mechanismId/practices': [`${here}/practices`],
    '/mechanisms/:mechanismId/practices/new': [
      `${here}/practices/new`,
      `${here}/practices/new?entry=${acceptedEntry}`,
    ],
    '/practices/:id': Object.values(practices).map((id) => `/practices/${id}`),
    '/practices/:id/edit': [`/practices/${practices.draft}/edit`],
    '/practices/:id/share': [`/practices/${practices.shared}/share`],
    '/mechanisms/:mechanismId/support': [`${here}/support`],
    '/mechanisms/:mechanismId/support/new': [`${here}/support/new`],
    '/support/:id': [`/support/${request}`],
    '/support/:id/edit': [`/support/${request}/edit`],
    '/mechanisms/:mechanismId/hindering-factors': [`${here}/hindering-factors`],
  };
}

async function inEachState(test: TestApp, { secretariat, kenya, chair }: Cast, mechanismId: string) {
  const service = test.get(PracticesService);
  const moves = test.get(PracticeMovesService);
  const review = test.get(ReviewService);
  const { actor } = kenya;
  const begin = async (title: string, language: string) => {
    const content = {
      summary: `${LONG}\n\nA second paragraph`,
      description: 'a'.repeat(120),
      objectives: [9, 11, 21],
      principles: [1, 4],
      countries: ['KEN', 'CIV'],
      contactName: 'A. Person',
      contactEmail: 'person@example.org',
      periodStart: '2025-01-01',
      completion: 'mostly',
      links: ['https://example.org/' + 'b'.repeat(120)],
      checklist: { completed: { answer: 'partly', words: LONG } },
    };
    const input = readInput(PracticeInput, { as: 'state:KEN', title, language, content });
    return (await service.create(actor, mechanismId, input)).id;
  };
  const practices = {
    draft: await begin(LONG, 'en'),
    offered: await begin('تدريب مشترك لموظفي الحدود', 'ar'),
    reviewed: await begin('Formation commune', 'fr'),
    shared: await begin('Common training', 'en'),
    withdrawn: await begin('Capacitación conjunta', 'es'),
  };
  const { draft: _, ...others } = practices;
  for (const id of Object.values(others)) await moves.offer(actor, id);
  await review.ask(secretariat.actor, practices.offered, chair.account.id);
  const advice = readInput(PracticeCommentInput, { criterion: 'innovative', text: LONG });
  await review.comment(chair.actor, practices.offered, advice);
  for (const id of [practices.reviewed, practices.shared]) await moves.endReview(actor, id);
  await moves.share(actor, practices.shared, { mechanisms: [mechanismId], isPublic: true });
  await moves.withdraw(actor, practices.withdrawn);
  return practices;
}

/** A request that everybody of the mechanism sees, with an answer. */
async function asked(test: TestApp, { kenya, partner }: Cast, mechanismId: string): Promise<string> {
  const service = test.get(SupportService);
  const input = readInput(SupportInput, {
    requester: 'KEN',
    kind: 'training',
    title: LONG,
    language: 'en',
    text: LONG,
    objectives: [9],
    periodStart: '2027-05-01',
    contact: 'A desk, desk@example.org',
  });
  const { id } = await service.create(kenya.actor, mechanismId, input);
  const all = { toSecretariat: true, toPartners: true, toMembers: true, offersToSecretariat: true };
  await service.release(kenya.actor, id, all);
  await test
    .get(SupportOffersService)
    .offer(partner.actor, id, readInput(SupportOfferInput, { text: LONG, contact: 'offers@example.org' }));
  return id;
}
