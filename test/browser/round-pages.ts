import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AnswerLink } from '../../src/rounds/answer-links/answer-link.entity.js';
import { AnswerLinksService } from '../../src/rounds/answer-links/answer-links.service.js';
import type { RoundAddressee } from '../../src/rounds/round/round.entity.js';
import { AnswerTokens } from '../../src/rounds/answer-links/answer-tokens.service.js';
import type { TestApp } from '../support/app.js';
import { browserOf, type Person, programOf } from '../support/factories.js';
import { makeMembers, newRound, ownIn, words } from '../support/rounds.js';

const title = {
  original: 'en',
  texts: { en: 'Inputs for the regional review', ar: 'مساهمات في الاستعراض الإقليمي' },
};
const hint = words('An example, a figure, a document: anything that makes the question easier to answer');

/** An open round in which a delegation has begun to write, one it prefers not to answer, and a draft. */
export async function roundPages(
  test: TestApp,
  people: { secretariat: Person; kenya: Person },
  mechanismId: string,
  planId: string,
): Promise<Record<string, string[]>> {
  await makeMembers(test, mechanismId, ['KEN', 'ETH']);
  const office = await programOf(test, people.secretariat);
  const questions = [
    { kind: 'item', planId },
    { kind: 'objective', objectives: ['9'] },
    { kind: 'free', text: title, hint },
  ];
  const states = ['KEN', 'ETH'];
  const open = await newRound(office, mechanismId, { states, questions, fields: { title } });
  const declined = await newRound(office, mechanismId, { states, questions });
  const quiet = await newRound(office, mechanismId, { states, questions });
  const draft = await newRound(office, mechanismId, { states, questions, open: false });
  const kenya = await programOf(test, people.kenya);
  const [own] = await ownIn(kenya, open);
  const { items } = (await kenya.api('GET', `/rounds/${open}/addressees/${own!.id}/answers`)).json<{
    items: { id: string }[];
  }>();
  await kenya.api('POST', `/round-answers/${items.at(-1)!.id}/entry`);
  // One is submitted: its use is to be decided.
  const begun = await kenya.api('POST', `/round-answers/${items.at(-2)!.id}/entry`);
  const { entryId } = begun.json<{ entryId: string }>();
  const { version, periodStart, periodEnd } = (await kenya.api('GET', `/progress/${entryId}`)).json<{
    version: number;
    periodStart: string;
    periodEnd: string;
  }>();
  const content = { language: 'en', narrative: 'A bill is before parliament.' };
  await kenya.api('PATCH', `/progress/${entryId}`, { version, periodStart, periodEnd, items: [], content });
  await kenya.api('POST', `/progress/${entryId}/submission`);
  const [away] = await ownIn(kenya, declined);
  await kenya.api('POST', `/rounds/${declined}/addressees/${away!.id}/declination`);
  const asked = (await office.api('GET', `/rounds/${draft}/questions`)).json<{ items: { id: string }[] }>();
  const colleague = { name: 'A colleague', email: 'colleague@example.org', language: 'en', days: 10 };
  const given = await (
    await browserOf(test, people.kenya)
  ).api('POST', `/rounds/${open}/addressees/${own!.id}/links`, colleague);
  const { id } = given.json<{ id: string }>();
  const link = await test.get(UnitOfWork).read.findOneByOrFail(AnswerLink, { id });
  const quick = (await ownIn(kenya, quiet))[0]!;
  const ownLink = { id: quick.id, roundId: quiet } as RoundAddressee;
  const address = await test
    .get(AnswerLinksService)
    .addressFor(people.kenya.account.id, ownLink, '2027-04-15');
  const byMail = new URL(address!).pathname;
  const answered = await kenya.api('GET', `/rounds/${quiet}/addressees/${quick.id}/answers`);
  const [first] = answered.json<{ items: { id: string }[] }>().items;
  await office.api('POST', `/rounds/${quiet}/addressees/${quick.id}/transcript`, {
    way: 'mail',
    receivedDay: '2027-03-01',
    answers: { [first!.id]: { narrative: 'Two border posts were opened.' } },
  });
  const byLink = new URL(await test.get(AnswerTokens).mint(link)).pathname;
  const here = `/mechanisms/${mechanismId}`;
  const grant = people.kenya.account.grants.find((one) => one.mechanismId === mechanismId)!;
  return {
    '/mechanisms/:mechanismId/rounds': [`${here}/rounds`],
    '/mechanisms/:mechanismId/rounds/new': [`${here}/rounds/new`],
    '/rounds/:id': [open, declined, draft].map((id) => `/rounds/${id}`),
    '/rounds/:id/letter': [`/rounds/${draft}/letter`],
    '/rounds/:id/preview': [`/rounds/${draft}/preview`, `/rounds/${open}/preview?language=ar`],
    '/rounds/:id/edit': [`/rounds/${draft}/edit`],
    '/rounds/:id/due-day': [`/rounds/${open}/due-day`],
    '/rounds/:id/questions': [`/rounds/${draft}/questions`],
    '/rounds/:id/addressees': [open, draft].map((id) => `/rounds/${id}/addressees`),
    '/rounds/:id/addressees/:addresseeId': [`/rounds/${open}/addressees/${own!.id}`],
    '/rounds/:id/answers': [`/rounds/${open}/answers`, `/rounds/${quiet}/answers?tick=all`],
    '/rounds/:id/addressees/:addresseeId/answers': [`/rounds/${open}/addressees/${own!.id}/answers`],
    '/rounds/:id/addressees/:addresseeId/answers/word': [
      `/rounds/${open}/addressees/${own!.id}/answers/word`,
    ],
    '/rounds/:id/addressees/:addresseeId/use': [`/rounds/${open}/addressees/${own!.id}/use`],
    '/rounds/:id/addressees/:addresseeId/links': [`/rounds/${open}/addressees/${own!.id}/links`],
    '/answer/:token': [byLink],
    '/rounds/:id/addressees/:addresseeId/answers/quick': [
      `/rounds/${quiet}/addressees/${quick.id}/answers/quick?say=nothing`,
    ],
    '/rounds/:id/addressees/:addresseeId/transcript': [`/rounds/${quiet}/addressees/${quick.id}/transcript`],
    '/rounds/:id/addressees/:addresseeId/answers/transcript': [
      `/rounds/${quiet}/addressees/${quick.id}/answers/transcript`,
    ],
    '/answer/:token/transcript': [`${byMail}/transcript`],
    '/answer/:token/quick': [`${byMail}/quick?say=decline`],
    '/answer/:token/word': [`${byLink}/word`],
    '/round-questions/:id': [asked.items[0]!, asked.items.at(-1)!].map(({ id }) => `/round-questions/${id}`),
    '/mechanisms/:mechanismId/delegation': [`${here}/delegation`],
    '/mechanisms/:mechanismId/delegation/:grantId': [`${here}/delegation/${grant.id}`],
  };
}
