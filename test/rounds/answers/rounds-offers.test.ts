import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';
import { mailsTo, makeMembers, newRound, ownIn } from '../../support/rounds.js';

const HERE = 'rabat';
const ELSEWHERE = 'midwa';
const SAID = 'Every border post has the list of contacts of its neighbours';

let test: TestApp;
let office: Client;
let planId: string;
let items: PlanItem[];
let senegal: Person;
/** Speaks for the same State here alone. */
let colleague: Person;
let reported: string;
let round: string;
let sheet: string;

beforeAll(async () => {
  test = await startApp();
  const here = await newPlan(test, HERE, [
    { code: '1', title: 'Contacts between border posts', objectives: ['11'], owners: ['state:SEN'] },
    { code: '2', title: 'Portability of pensions', objectives: ['22'], owners: ['state:SEN'] },
  ]);
  ({
    items,
    plan: { id: planId },
  } = here);
  office = await programOf(test, here.secretariat);
  const elsewhere = await newPlan(test, ELSEWHERE, [{ title: 'Border posts', objectives: ['11'] }]);
  await makeMembers(test, HERE, ['SEN']);
  senegal = await newPerson(test, ['focal-point', HERE, 'SEN'], ['focal-point', ELSEWHERE, 'SEN']);
  colleague = await newPerson(test, ['focal-point', HERE, 'SEN']);
  const entry = { mechanismId: ELSEWHERE, as: 'state:SEN', narrative: SAID };
  reported = (await newEntry(test, senegal, elsewhere.items[0]!, entry)).id;
  await test.get(ProgressService).submit(senegal.actor, reported);
  round = await newRound(office, HERE, { states: ['SEN'], questions: [{ kind: 'item', planId }] });
  const [own] = await ownIn(await programOf(test, senegal), round);
  sheet = `/rounds/${round}/addressees/${own!.id}/answers`;
});
afterAll(() => test.close());

const wayTo = (item: PlanItem) => `/progress/${reported}/links/new?item=${item.id}`;
const unescaped = (body: string) => body.replaceAll('&amp;', '&');

async function mailLink(person: Person): Promise<string> {
  const mail = (await mailsTo(test, person)).find(({ text }) => text.includes(round))!;
  return /http:\/\/waymark\.test(\/answer\/[\w-]+)/.exec(mail.text)![1]!;
}

describe('a question of a round', () => {
  it('comes with what the delegation said in another mechanism, where it fits', async () => {
    const { body } = await (await browserOf(test, senegal)).get(sheet);
    expect(body).toContain('You may have reported this already');
    expect(body).toContain(wayTo(items[0]!));
    expect(body).not.toContain(wayTo(items[1]!));
    const offers = (await (await programOf(test, senegal)).api('GET', `/items/${items[0]!.id}/offers`)).json<{
      items: object[];
    }>();
    expect(offers.items).toMatchObject([{ entryId: reported }]);
  });

  it('tells nobody else of it: not a colleague here, not the secretariat, and no link in a mail', async () => {
    const link = await mailLink(senegal);
    const pages = [
      await (await browserOf(test, colleague)).get(sheet),
      await new Client(test).get(link),
      await (await browserOf(test, senegal)).get(link),
      await office.api('GET', `/rounds/${round}`),
    ];
    for (const { status, body } of pages) {
      expect(status).toBe(200);
      for (const told of [reported, SAID, 'reported this already', 'MIDWA']) expect(body).not.toContain(told);
    }
    const visitor = await new Client(test).get(wayTo(items[0]!));
    expect([visitor.status, visitor.body.includes(SAID)]).toEqual([303, false]);
  });

  it('is answered by linking it, which asks who sees it here and leads back to the questions', async () => {
    const browser = await browserOf(test, senegal);
    const address = new RegExp(`/progress/${reported}/links/new\\?[^"]+`).exec(
      (await browser.get(sheet)).body,
    )![0];
    const form = await browser.get(unescaped(address));
    expect(form.body).toContain('What you allow');
    const back = unescaped(/name="back" value="([^"]+)"/.exec(form.body)![1]!);
    expect(back.startsWith(`${sheet}#q-`)).toBe(true);
    const there = { mechanismId: HERE, items: items[0]!.id, uses: ['members'] };
    const done = await browser.post(`/progress/${reported}/links`, { ...there, back });
    expect([done.status, done.headers.location]).toEqual([303, back]);
    const { body } = await browser.get(sheet);
    expect(body).toContain(SAID);
    expect(body).not.toContain('reported this already');
    const answers = (await (await programOf(test, senegal)).api('GET', sheet)).json<{
      items: { entryId: string | null; question: { itemId: string } }[];
    }>();
    const answer = answers.items.find(({ question }) => question.itemId === items[0]!.id);
    expect(answer).toMatchObject({ entryId: reported });
  });

  it('is answered too when an entry that was linked already is linked to its item', async () => {
    const program = await programOf(test, senegal);
    const both = { items: items.map(({ id }) => id), uses: ['members'] };
    expect((await program.api('PUT', `/progress/${reported}/links/${HERE}`, both)).status).toBe(200);
    const { items: answers } = (await program.api('GET', sheet)).json<{
      items: { entryId: string | null }[];
    }>();
    expect(answers.map(({ entryId }) => entryId)).toEqual([reported, reported]);
    expect(await ownIn(program, round)).toMatchObject([{ state: 'submitted' }]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
    'does not lead away to %s',
    async (back) => {
      const browser = await browserOf(test, senegal);
      const there = { mechanismId: HERE, items: items[0]!.id, uses: [], back };
      const done = await browser.post(`/progress/${reported}/links`, there);
      expect(done.headers.location).toBe(`/progress/${reported}/links`);
    },
  );
});
