import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Mechanism } from '../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { IndexQueue } from '../../src/platform/search/index-queue.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { statementsOf } from '../support/statements.js';

const MECHANISM = 'khartoum';
const STATES = ['KEN', 'ETH', 'SDN', 'UGA', 'SOM', 'ERI'];

let test: TestApp;
let planId: string;
let items: PlanItem[];
let office: Client;
let kenya: Client;
let program: Client;
let delegations: Person[];

beforeAll(async () => {
  // The index of words is written in the background.
  jest.spyOn(IndexQueue.prototype, 'add').mockImplementation(() => {});
  test = await startApp();
  const areas = ['1', '2', '3'].map((code) => ({ code, objectives: ['9'] }));
  const actions = areas.flatMap(({ code: parent }) =>
    [1, 2, 3, 4].map((index) => ({ code: `${parent}.${index}`, parent, objectives: ['9', '18'] })),
  );
  const made = await newPlan(test, MECHANISM, [...areas, ...actions]);
  ({ items } = made);
  // A secretariat is asked for it once.
  await test
    .get(UnitOfWork)
    .run((manager) => manager.update(Mechanism, { id: MECHANISM }, { zone: 'Africa/Nairobi' }));
  planId = made.plan.id;
  office = await browserOf(test, made.secretariat);
  delegations = await Promise.all(STATES.map((state) => newPerson(test, ['focal-point', MECHANISM, state])));
  kenya = await browserOf(test, delegations[0]!);
  program = await programOf(test, delegations[0]!);
  await report(0, 2);
});
afterAll(async () => {
  await test.close();
  jest.restoreAllMocks();
});

/** Each delegation reports on an action, and on the one after it. */
async function report(from: number, until: number): Promise<void> {
  const progress = test.get(ProgressService);
  for (let index = from; index < until; index += 1) {
    const fields = { mechanismId: MECHANISM, as: `state:${STATES[index]}` };
    for (const item of items.slice(3, 5)) {
      const { id } = await newEntry(test, delegations[index]!, item, fields);
      await progress.submit(delegations[index]!.actor, id);
    }
  }
}

let turn = 0;
/** On one item after the other: what was reported there before would save a statement. */
const draft = (itemId = items[5 + (turn++ % 9)]!.id) => ({
  mechanismId: MECHANISM,
  as: 'state:KEN',
  items: [itemId],
  periodStart: '2027-01-01',
  periodEnd: '2027-02-01',
  content: CONTENT,
});
const CONTENT = {
  language: 'en',
  status: 'ongoing',
  narrative: 'A training was held.',
  results: null,
  challengeCodes: [],
  challenges: null,
  nextSteps: null,
  supportKinds: [],
  support: null,
  practice: false,
};
let begun: ReturnType<typeof draft>;
const made = async () => {
  begun = draft();
  return (await program.api('POST', '/progress', begun)).json<{ id: string }>().id;
};
const submitted = async () => {
  const id = await made();
  await program.api('POST', `/progress/${id}/submission`);
  return id;
};

/**
 * So many statements a request may send, with those of signing in and of the transaction. What is done in the background
 * after the answer is not in it. On SQLite one less is sent where PostgreSQL takes a lock.
 */
const REQUESTS: Record<
  string,
  { most: number; prepare?: () => Promise<string>; send: (id: string) => Promise<Answer> }
> = {
  'the first page': { most: 8, send: () => office.get('/tasks') },
  'the overview of a mechanism': { most: 15, send: () => office.get(`/mechanisms/${MECHANISM}`) },
  'the page of a plan': { most: 11, send: () => office.get(`/plans/${planId}`) },
  'the page of an item': { most: 6, send: () => office.get(`/items/${items[3]!.id}`) },
  'a list by objective': {
    most: 4,
    send: () => office.get(`/mechanisms/${MECHANISM}/board/items?objective=9`),
  },
  'the board': { most: 5, send: () => office.get(`/mechanisms/${MECHANISM}/board`) },
  'the list of entries': { most: 3, send: () => office.get(`/progress?mechanism=${MECHANISM}`) },
  'the page of an entry': { most: 7, prepare: submitted, send: (id) => office.get(`/progress/${id}`) },
  'a save of a draft': {
    most: 10,
    prepare: made,
    send: (id) => program.api('PATCH', `/progress/${id}`, { ...begun, version: 1 }),
  },
  'a new entry with its submission': {
    most: 20,
    send: () => {
      const { content, ...fields } = draft();
      const words = Object.entries({ language: 'en', status: 'ongoing', narrative: content.narrative });
      return kenya.post('/progress', {
        ...fields,
        formKey: randomUUID(),
        intent: 'submit',
        ...Object.fromEntries(words.map(([name, value]) => [`content.${name}`, value])),
      });
    },
  },
};

describe('a common request', () => {
  const counts: Record<string, number> = {};

  it.each(Object.entries(REQUESTS))(
    'asks the database no more than it has to: %s',
    async (name, { most, prepare, send }) => {
      const id = (await prepare?.()) ?? '';
      // The first time fills what a process knows for good.
      await send(id);
      const again = (await prepare?.()) ?? '';
      const sent = await statementsOf(test, async () => {
        expect((await send(again)).status).toBeLessThan(400);
      });
      counts[name] = sent.length;
      expect({ name, sent: sent.slice(most).map((text) => text.slice(0, 120)) }).toEqual({ name, sent: [] });
      // Nothing is counted where nothing is heard.
      expect(sent.length).toBeGreaterThan(1);
    },
  );

  it('asks as often when more was reported', async () => {
    await report(2, STATES.length);
    for (const [name, { prepare, send }] of Object.entries(REQUESTS)) {
      const id = (await prepare?.()) ?? '';
      const sent = await statementsOf(test, () => send(id));
      expect({ name, count: sent.length }).toEqual({ name, count: counts[name] });
    }
  });
});
