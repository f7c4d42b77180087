import type { INestApplicationContext } from '@nestjs/common';
import { readInput } from '../platform/http/read-input.js';
import { SupportInput, SupportOfferInput, SupportReleaseInput } from '../support/support.dto.js';
import { SupportOffersService } from '../support/support-offers.service.js';
import { SupportService } from '../support/support.service.js';
import type { Cast } from './cast.js';

/** The day of the story on which States ask for support. */
export const SUPPORT_DAY = 76;

const requests = [
  {
    by: 'ethiopia',
    mechanism: 'khartoum',
    requester: 'ETH',
    kind: 'training',
    language: 'en',
    title: 'Training of prosecutors in digital evidence (invented)',
    text: 'Two courses of three days for twenty prosecutors each. (Invented for this demonstration.)',
    objectives: [9, 10],
    release: { toSecretariat: 'on', toPartners: 'on', offersToSecretariat: 'on' },
    offer: 'Two trainers and the material, in spring. (Invented for this demonstration.)',
  },
  {
    by: 'egypt',
    mechanism: 'khartoum',
    requester: 'EGY',
    kind: 'data',
    language: 'ar',
    title: 'مراجعة استمارة إحصائية (مختلقة)',
    text: 'نطلب خبرة في صياغة أسئلة عن التنقل. (مختلق لأغراض هذا العرض.)',
    objectives: [1],
    release: { toSecretariat: 'on', toMembers: 'on' },
    offer: null,
  },
  {
    by: 'senegal',
    mechanism: 'midwa',
    requester: 'SEN',
    kind: 'expertise',
    language: 'fr',
    title: 'Rédaction des textes d’organisation (inventé)',
    text: 'Un appui de deux semaines. (Inventé pour cette démonstration.)',
    objectives: [23],
    release: { toSecretariat: 'on' },
    offer: null,
  },
] as const;

/** Each is written by a State and released as far as it likes; one is answered by a partner. Answers how many. */
export async function askForSupport(app: INestApplicationContext, { actors }: Cast): Promise<number> {
  for (const { by, mechanism, release, offer, ...fields } of requests) {
    const actor = actors[by]!;
    const support = app.get(SupportService);
    const { id } = await support.create(actor, mechanism, readInput(SupportInput, fields));
    await support.release(actor, id, readInput(SupportReleaseInput, release));
    if (!offer) continue;
    const made = readInput(SupportOfferInput, { text: offer });
    await app.get(SupportOffersService).offer(actors.partner!, id, made);
    await support.move(actor, id, 'talks');
  }
  return requests.length;
}
