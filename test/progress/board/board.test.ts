import fc from 'fast-check';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { BoardService } from '../../../src/progress/board/board.service.js';
import { ItemReportsService } from '../../../src/progress/access/item-reports.service.js';
import { ReportedStatus } from '../../../src/progress/board/reported-status.entity.js';
import { ReportedStatus1764390000001 } from '../../../migrations/1764390000001-reported-status.js';
import { Disclosure, Entry, EntryItem, EntryVersion } from '../../../src/progress/entries/entry.entity.js';
import { sightOf } from '../../../src/progress/access/entry-sight.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { VISIBILITIES } from '../../../src/progress/entries/vocabulary.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../../support/factories.js';

const MECHANISM = 'khartoum';

interface Board {
  items: {
    objective: number;
    planned: number;
    underWay: number;
    underWayReported: number;
    reported: number;
  }[];
  principles: { principle: number; planned: number; reported: number }[];
  references: { framework: string; code: string; planned: number }[];
  all: { planned: number; underWay: number; reported: number };
  unmapped: number;
  institutional: number;
  undated: number;
}

let test: TestApp;
let items: PlanItem[];
let planId: string;
let office: Person;
let kenya: Person;
let ethiopia: Person;
let reader: Person;
let api: Client;

beforeAll(async () => {
  test = await startApp();
  ({
    items,
    secretariat: office,
    plan: { id: planId },
  } = await newPlan(test, MECHANISM, [
    {
      code: '1',
      title: '=HYPERLINK("https://example.org")',
      objectives: ['9(a)', '9(b)', '10'],
      principles: [2],
      references: ['sdg:8.7', 'jvap:4'],
      owners: ['state:KEN', 'chair'],
      status: 'ongoing',
      when: { precision: 'quarter', start: '2027-01-01' },
    },
    {
      code: '2',
      objectives: ['9'],
      owners: ['all-members'],
      when: { precision: 'year', start: '2028-01-01' },
    },
    { code: '10', objectives: ['23'], owners: ['working-group:Migration data'] },
    { code: '3', institutional: true, owners: ['secretariat'] },
    { code: '4', owners: ['state:ETH'] },
  ] as never));
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  ethiopia = await newPerson(test, ['focal-point', MECHANISM, 'ETH']);
  reader = await newPerson(test, ['reader', MECHANISM]);
  api = await programOf(test, office);
});
afterAll(() => test.close());

const board = async (query = '', client = api, place = `/mechanisms/${MECHANISM}`) =>
  (await client.api('GET', `${place}/board${query}`)).json<Board>();
const verbs = () => test.get(ProgressService);
/** A report on an item that says how it stands, accepted. */
async function reports(by: Person, as: string, item: PlanItem, status: string, accepted = true) {
  const { id } = await newEntry(test, by, item, { mechanismId: MECHANISM, as, status });
  await verbs().submit(by.actor, id);
  if (accepted) await verbs().accept(office.actor, id);
  return id;
}
const under = ({ items: objectives }: Board, objective: number) =>
  objectives.find((one) => one.objective === objective)!;

describe('the board', () => {
  it('counts the plans in force by objective, principle and other framework', async () => {
    const all = await board();
    expect(under(all, 9)).toEqual({
      ...{ objective: 9, planned: 2, underWay: 1, underWayReported: 0, reported: 0 },
    });
    expect(all.principles[1]).toMatchObject({ principle: 2, planned: 1 });
    expect(all.references).toMatchObject([
      { framework: 'jvap', code: '4', planned: 1 },
      { framework: 'sdg', code: '8.7', planned: 1 },
    ]);
    expect([all.all.planned, all.unmapped, all.institutional]).toEqual([5, 1, 1]);
  });

  it('leaves a plan that is still a draft to its own board', async () => {
    const { plan } = await newPlan(test, MECHANISM, [{ objectives: ['5'] }], { draft: true });
    expect(under(await board(), 5).planned).toBe(0);
    expect(under(await board('', api, `/plans/${plan.id}`), 5).planned).toBe(1);
    expect(under(await board(`?plan=${plan.id}`), 5).planned).toBe(1);
  });

  it.each([
    ['an owner', '?owner=chair', [1, 0]],
    ['a working group', '?owner=working-group:Migration%20data', [0, 1]],
    ['a State, with what all of them answer for', '?state=KEN', [2, 0]],
    ['a State that owns something else', '?state=ETH', [1, 0]],
    ['days', '?from=2027-03-31&until=2027-06-30', [1, 0]],
    ['days that are open at one end', '?from=2027-04-01', [1, 0]],
    ['two things at once', '?state=KEN&owner=chair', [1, 0]],
    ['one plan', () => `?plan=${planId}`, [2, 1]],
  ])('is narrowed down by %s', async (_, query, expected) => {
    const narrowed = await board(typeof query === 'function' ? query() : query);
    expect([under(narrowed, 9).planned, under(narrowed, 23).planned]).toEqual(expected);
  });

  it('says how many items have no date when days are asked for', async () => {
    expect((await board('?until=2029-01-01')).undated).toBe(3);
  });

  it.each([
    ['state=XXX', 'state'],
    ['owner=emperor', 'owner'],
    ['from=soon', 'from'],
    ['from=2027-02-01&until=2027-01-01', 'until'],
    ['plan=00000000-0000-4000-8000-000000000000', 'plan'],
    ['plan=x', 'plan'],
  ])('refuses %s at its field, with what was typed kept', async (query, field) => {
    const answer = await api.api('GET', `/mechanisms/${MECHANISM}/board?${query}`);
    expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([422, [field]]);
    const page = await (await browserOf(test, office)).get(`/mechanisms/${MECHANISM}/board?${query}`);
    expect(page.status).toBe(422);
    expect(page.body).toContain(`href="#field-${field}"`);
    expect(page.body).not.toContain('class="bars');
  });

  it('is its mechanism’s people’s; a public plan’s is everybody’s', async () => {
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect((await stranger.api('GET', `/mechanisms/${MECHANISM}/board`)).status).toBe(403);
    expect((await stranger.api('GET', `/plans/${planId}/board`)).status).toBe(404);
    const open = await newPlan(test, 'rabat', [{ objectives: ['1'] }], { isPublic: true });
    const visitor = new Client(test);
    expect(under(await board('', visitor, `/plans/${open.plan.id}`), 1).planned).toBe(1);
    expect((await visitor.get(`/plans/${open.plan.id}/board`)).status).toBe(200);
    expect((await visitor.get(`/plans/${open.plan.id}/board/items?objective=1`)).body).toContain('Item 1');
    const hidden = await visitor.get(`/plans/${planId}/board`);
    expect([hidden.status, hidden.headers.location]).toEqual([303, expect.stringContaining('/sign-in')]);
  });

  it('leads to the items of a tile, and of these to those under way', async () => {
    const browser = await browserOf(test, reader);
    const page = await browser.get(`/mechanisms/${MECHANISM}/board?state=KEN`);
    expect(page.body).toContain('name="state"');
    const link = /href="([^"]*\/board\/items\?[^"]*objective=9)"/
      .exec(page.body)![1]!
      .replaceAll('&amp;', '&');
    expect(link).toContain('state=KEN');
    const listed = await browser.get(link);
    expect(listed.body).toContain(`/items/${items[0]!.id}`);
    expect(listed.body).toContain(`/items/${items[1]!.id}`);
    const underWay = await browser.get(`${link}&figure=underWay`);
    expect(underWay.body).toContain(`/items/${items[0]!.id}`);
    expect(underWay.body).not.toContain(`/items/${items[1]!.id}`);
  });

  it('lists items in the order of their codes, by cursor', async () => {
    const { items: many } = await newPlan(
      test,
      'rabat',
      Array.from({ length: 120 }, (_, index) => ({ code: `${120 - index}`, objectives: ['7'] })),
    );
    const client = await programOf(test, await newPerson(test, ['reader', 'rabat']));
    const page = async (cursor: string) =>
      (await client.api('GET', `/mechanisms/rabat/board/items?objective=7${cursor}`)).json<{
        items: { code: string }[];
        nextCursor: string | null;
      }>();
    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(
      many.map((_, index) => String(index + 1)),
    );
    expect(second.nextCursor).toBe(null);
  });

  it('lists an item as it is by itself, whatever it has several of', async () => {
    const { items: listed } = (
      await api.api('GET', `/mechanisms/${MECHANISM}/board/items?objective=10`)
    ).json<{
      items: { id: string }[];
    }>();
    expect(listed).toHaveLength(1);
    const alone = (await api.api('GET', `/items/${items[0]!.id}`)).json<object>();
    expect(alone).toMatchObject(listed[0]!);
    expect(listed[0]).toMatchObject({
      owners: ['state:KEN', 'chair'],
      objectives: ['9(a)', '9(b)', '10'],
      principles: [2],
      references: ['sdg:8.7', 'jvap:4'],
    });
  });

  it('counts and lists the items whose dates touch the days', async () => {
    const touching: Record<string, [precision: string, start?: string, end?: string]> = {
      'within the days': ['range', '2027-05-01', '2027-05-31'],
      'begun before them': ['range', '2027-01-01', '2027-04-01'],
      'ending after them': ['range', '2027-06-30', '2027-12-31'],
      'around them': ['range', '2026-01-01', '2028-12-31'],
      'with an open end, begun before': ['open-ended', '2026-01-01'],
      'recurring, and no more': ['recurring'],
    };
    const others: typeof touching = {
      'ended before them': ['range', '2027-01-01', '2027-03-31'],
      'begun after them': ['range', '2027-07-01', '2027-07-02'],
      'with an open end, to begin after': ['open-ended', '2027-07-01'],
      'without dates': ['none'],
    };
    const dated = Object.entries({ ...touching, ...others }).map(([title, [precision, start, end]]) => {
      return { title, objectives: ['9'], when: { precision, start, end } };
    });
    const { plan } = await newPlan(test, MECHANISM, dated, { draft: true });
    const place = `/plans/${plan.id}`;
    const days = '?from=2027-04-01&until=2027-06-30';
    const listed = async (query: string) =>
      (await api.api('GET', `${place}/board/items${query}`))
        .json<{ items: { title: { texts: { en: string } } }[] }>()
        .items.map(({ title }) => title.texts.en);
    expect(await listed(days)).toEqual(Object.keys(touching));
    expect(await listed('')).toHaveLength(10);
    const narrowed = await board(days, api, place);
    expect([narrowed.all.planned, under(narrowed, 9).planned, narrowed.undated]).toEqual([6, 6, 1]);
    expect(await board('', api, place)).toMatchObject({ all: { planned: 10 }, undated: 0 });
  });

  it('counts in each tile what it lists there', async () => {
    const service = test.get(BoardService);
    const subject = { mechanismId: MECHANISM };
    const none = { state: null, from: null, until: null };
    for (const filter of [
      none,
      { ...none, state: 'KEN' },
      { ...none, from: '2027-01-01', until: '2027-12-31' },
    ])
      for (const { actor } of [office, reader]) {
        const all = await service.load(actor, subject, filter);
        const tiles = [
          ...all.objectives.map(({ objective, ...figures }) => ({ objective, figures })),
          ...all.principles.map(({ principle, ...figures }) => ({ principle, figures })),
          ...all.references.map(({ framework, code, ...figures }) => ({
            reference: { framework, code },
            figures,
          })),
          { unmapped: true, figures: { planned: all.unmapped } },
          { figures: all.all },
        ];
        for (const { figures, ...tile } of tiles) {
          const query = {
            objective: null,
            principle: null,
            unmapped: false,
            figure: null,
            ...filter,
            ...tile,
          };
          expect((await service.items(actor, subject, query)).figures).toMatchObject(figures);
        }
      }
  });

  it('is a spreadsheet with numbers, where a text stays a text', async () => {
    const browser = await browserOf(test, office);
    const file = await browser.get(`/mechanisms/${MECHANISM}/board.xlsx?plan=${planId}`);
    expect(file.headers['content-disposition']).toContain('board-khartoum.xlsx');
    const book = readWorkbook(file.bytes);
    expect(book.SheetNames).toEqual(['Objectives', 'Guiding principles', 'Other frameworks', 'Items']);
    const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 });
    expect(rows('Objectives')).toHaveLength(24);
    expect(rows('Objectives')[9]).toEqual([9, expect.any(String), 2, 2, 1, 0, expect.any(Number)]);
    expect(rows('Guiding principles')[2]).toEqual([2, expect.any(String), 1, 1, 0, expect.any(Number)]);
    const [head, first] = rows('Items');
    expect(first!.slice(1, 3)).toEqual(['1', '=HYPERLINK("https://example.org")']);
    expect(String(first![3]).split('\n').sort()).toEqual(['Chair', 'Kenya']);
    expect(book.Sheets.Items!.C2).toMatchObject({ t: 's' });
    expect(book.Sheets.Items!.C2.f).toBeUndefined();
    // Beside its owners stands nothing that was reported: that could be sorted by State.
    expect(head).not.toContain('reported');
    const same = await api.api('GET', `/mechanisms/${MECHANISM}/board.xlsx?plan=${planId}`);
    expect(readWorkbook(same.bytes).SheetNames).toEqual(book.SheetNames);
  });
});

describe('what was reported', () => {
  it('is counted for a period, for whoever sees it', async () => {
    const progress = test.get(ProgressService);
    const entry = await newEntry(test, kenya, items[2]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      periodStart: '2026-01-01',
      periodEnd: '2026-06-30',
    });
    const client = await programOf(test, reader);
    const reported = async (query = '') => [
      under(await board(query), 23).reported,
      under(await board(query, client), 23).reported,
    ];
    expect(await reported()).toEqual([0, 0]);
    await progress.submit(kenya.actor, entry.id);
    expect(await reported()).toEqual([1, 0]);
    await progress.accept(office.actor, entry.id);
    await progress.disclose(kenya.actor, entry.id, { visibility: 'mechanism', release: 'none' });
    expect(await reported()).toEqual([1, 1]);
    expect((await board('?owner=working-group:Migration data')).all.reported).toBe(1);
    const listed = await client.api(
      'GET',
      `/mechanisms/${MECHANISM}/board/items?figure=reported&objective=23`,
    );
    expect(listed.json()).toMatchObject({ items: [{ code: '10' }], figures: { planned: 1, reported: 1 } });
    await progress.withdraw(kenya.actor, entry.id);
    expect(await reported()).toEqual([0, 0]);
  });
});

describe('what was reported and is revised', () => {
  it('counts for the secretariat where it stands last, for others where it was accepted', async () => {
    const progress = test.get(ProgressService);
    const { items: pair } = await newPlan(test, MECHANISM, [{ objectives: ['17'] }, { objectives: ['18'] }]);
    const fields = {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      periodStart: '2026-01-01',
      periodEnd: '2026-06-30',
    };
    const { id } = await newEntry(test, kenya, pair[0]!, fields);
    await progress.submit(kenya.actor, id);
    await progress.accept(office.actor, id);
    await progress.disclose(kenya.actor, id, { visibility: 'mechanism', release: 'none' });
    await progress.revise(kenya.actor, id);
    const { version, content } = await test.get(UnitOfWork).read.findOneByOrFail(Entry, { id });
    const { periodStart, periodEnd } = fields;
    await progress.save(kenya.actor, id, { version, content, periodStart, periodEnd, items: [pair[1]!.id] });
    await progress.submit(kenya.actor, id);
    const reported = async (client: Client) => {
      const all = await board('', client);
      return [under(all, 17).reported, under(all, 18).reported];
    };
    expect(await reported(api)).toEqual([0, 1]);
    expect(await reported(await programOf(test, reader))).toEqual([1, 0]);
  });
});

describe('how items stand by accepted reports', () => {
  it('is said beside the plan’s own status, each item once in each, and leads to what it counts', async () => {
    const { items: three, plan } = await newPlan(test, MECHANISM, [
      { code: '1', objectives: ['12'], status: 'ongoing' },
      { code: '2', objectives: ['12'], status: 'planned' },
      { code: '3', objectives: ['12'] },
    ] as never);
    await reports(kenya, 'state:KEN', three[0]!, 'ongoing');
    await reports(kenya, 'state:KEN', three[1]!, 'ongoing');
    // They differ, and one is at work.
    await reports(ethiopia, 'state:ETH', three[1]!, 'postponed');
    await reports(kenya, 'state:KEN', three[2]!, 'completed');
    const counted = { planned: 3, underWay: 1, underWayReported: 2, reported: 3 };
    expect(under(await board(`?plan=${plan.id}`), 12)).toEqual({ objective: 12, ...counted });
    expect((await board(`?plan=${plan.id}`)).all).toEqual(counted);
    const browser = await browserOf(test, office);
    const page = await browser.get(`/mechanisms/${MECHANISM}/board?plan=${plan.id}`);
    expect(page.body).toContain('1 under way by the plan; 2 by accepted reports');
    const listed = await browser.get(
      `/mechanisms/${MECHANISM}/board/items?plan=${plan.id}&objective=12&figure=underWayReported`,
    );
    expect(three.map(({ id }) => listed.body.includes(`/items/${id}`))).toEqual([true, true, false]);
    const query = `?plan=${plan.id}&objective=12`;
    const answer = await api.api('GET', `/mechanisms/${MECHANISM}/board/items${query}`);
    expect(answer.json<{ statusByReports: object }>().statusByReports).toEqual({
      [three[0]!.id]: 'ongoing',
      [three[1]!.id]: 'ongoing',
      [three[2]!.id]: 'completed',
    });
  });

  it.each<[what: string, act: (id: string) => Promise<unknown>, office: number, reader: number]>([
    ['it is withdrawn', (id) => verbs().withdraw(kenya.actor, id), 0, 0],
    [
      'its delegation narrows it',
      (id) => verbs().disclose(kenya.actor, id, { visibility: 'delegation', release: 'none' }),
      1,
      0,
    ],
    ['it is only being revised', (id) => verbs().revise(kenya.actor, id), 1, 1],
  ])('counts a report no more, or still, at once when %s', async (_what, act, byOffice, byReader) => {
    const { items: one, plan } = await newPlan(test, MECHANISM, [{ objectives: ['13'] }]);
    const id = await reports(kenya, 'state:KEN', one[0]!, 'ongoing');
    await verbs().disclose(kenya.actor, id, { visibility: 'mechanism', release: 'none' });
    const client = await programOf(test, reader);
    const counted = async () => [
      under(await board(`?plan=${plan.id}`), 13).underWayReported,
      under(await board(`?plan=${plan.id}`, client), 13).underWayReported,
    ];
    expect(await counted()).toEqual([1, 1]);
    await act(id);
    expect(await counted()).toEqual([byOffice, byReader]);
  });

  it('counts no report before it is accepted, nor after its acceptance was taken back', async () => {
    const { items: one, plan } = await newPlan(test, MECHANISM, [{ objectives: ['13'] }]);
    const id = await reports(kenya, 'state:KEN', one[0]!, 'ongoing', false);
    const counted = async () => under(await board(`?plan=${plan.id}`), 13).underWayReported;
    expect(await counted()).toBe(0);
    await verbs().accept(office.actor, id);
    expect(await counted()).toBe(1);
    expect((await api.api('DELETE', `/progress/${id}/acceptance`)).status).toBe(200);
    expect(await counted()).toBe(0);
  });
});

/** What is kept beside the entries is the same as what they say, after whatever was done to them. */
describe('the index of what was reported', () => {
  const step = fc.record({
    entry: fc.nat(5),
    verb: fc.constantFrom('submit', 'accept', 'return', 'withdraw', 'revise', 'disclose', 'save', 'remove'),
    visibility: fc.constantFrom(...VISIBILITIES),
    item: fc.nat(3),
    quarter: fc.nat(3),
    status: fc.constantFrom(null, 'planned', 'ongoing', 'completed', 'postponed' as const),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  it('agrees with the entries for every person and period', async () => {
    const { items: plans } = await newPlan(
      test,
      MECHANISM,
      [1, 2, 3, 4].map((code) => ({
        code: String(code),
        objectives: ['15'],
        when: { precision: 'year', start: '2027-01-01' },
      })),
    );
    const people = [office, kenya, ethiopia, reader, await newPerson(test, ['focal-point', 'rcm', 'KEN'])];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const entries = [];
        for (const index of [0, 1, 2, 3, 4, 5]) entries.push(await begin(index, plans));
        for (const one of steps) await take(one, entries[one.entry]!, plans);
        for (const person of people)
          for (const period of [
            { from: null, until: null },
            QUARTERS[1]!,
            { from: '2027-04-01', until: null },
          ])
            expect(await counted(person, period, plans)).toEqual(await plainly(person, period, plans));
        for (const person of people)
          expect(await said(person, plans)).toEqual(await saidPlainly(person, plans));
        // What the migration made of entries that were there is what is kept since.
        const kept = await statuses();
        await test.get(UnitOfWork).run(async (manager) => {
          await manager.clear(ReportedStatus);
          await new ReportedStatus1764390000001().fill(manager.queryRunner!);
        });
        expect(await statuses()).toEqual(kept);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  const QUARTERS = ['01-01 03-31', '04-01 06-30', '07-01 09-30', '10-01 12-31']
    .map((days) => days.split(' '))
    .map(([from, until]) => ({ from: `2027-${from}`, until: `2027-${until}` }));

  const begin = async (index: number, plans: PlanItem[]) => {
    const [by, as] = index % 2 ? [kenya, 'state:KEN'] : [ethiopia, 'state:ETH'];
    const { from: periodStart, until: periodEnd } = QUARTERS[index % 4]!;
    const fields = { mechanismId: MECHANISM, as: as, periodStart, periodEnd };
    const { id } = await newEntry(test, by, plans[index % 4]!, fields);
    return { id, by: by };
  };

  async function take(
    { verb, visibility, item, quarter, status }: Step,
    { id, by }: { id: string; by: Person },
    plans: PlanItem[],
  ) {
    const progress = test.get(ProgressService);
    const entry = await test.get(UnitOfWork).read.findOneByOrFail(Entry, { id });
    const { from: periodStart, until: periodEnd } = QUARTERS[quarter]!;
    const { version } = entry;
    const content = { ...entry.content, status };
    const acts: Record<Step['verb'], () => Promise<unknown>> = {
      submit: () => progress.submit(by.actor, id),
      accept: () => progress.accept(office.actor, id),
      return: () => progress.sendBack(office.actor, id, 'Why?'),
      withdraw: () => progress.withdraw(by.actor, id),
      revise: () => progress.revise(by.actor, id),
      disclose: () => progress.disclose(by.actor, id, { visibility, release: 'none' }),
      save: () =>
        progress.save(by.actor, id, { version, periodStart, periodEnd, items: [plans[item]!.id], content }),
      remove: () =>
        progress.save(by.actor, id, {
          version,
          periodStart,
          periodEnd,
          items: [plans[item]!.id, plans[(item + 1) % 4]!.id],
          content,
        }),
    };
    // What its state does not allow changes nothing.
    await acts[verb]().catch(() => undefined);
  }

  const statuses = () =>
    test.get(UnitOfWork).read.find(ReportedStatus, {
      order: { itemId: 'ASC', audience: 'ASC', voice: 'ASC' },
    });
  const everything = { state: null, from: null, until: null, objective: 15, principle: null };

  /** How each item stands by accepted reports, on the board; by item. */
  const said = ({ actor }: Person, plans: PlanItem[]) =>
    test
      .get(BoardService)
      .items(actor, { planId: plans[0]!.planId }, { ...everything, unmapped: false, figure: null })
      .then(
        (found) => Object.fromEntries(found.said),
        () => 'no plan of theirs',
      );

  /** The same by the entries themselves, each of which is asked whether the actor reads it. */
  async function saidPlainly({ actor }: Person, plans: PlanItem[]) {
    if (!actor.grants.some(({ scope }) => scope === MECHANISM)) return 'no plan of theirs';
    const plan = { id: plans[0]!.planId, mechanismId: MECHANISM };
    const reports = await test.get(ItemReportsService).of(actor, plan);
    return Object.fromEntries(plans.map(({ id }) => [id, reports.get(id)?.status ?? null]));
  }

  async function counted(person: Person, period: Period, plans: PlanItem[]) {
    const place = { planId: plans[0]!.planId };
    const filter = {
      ...period,
      state: null,
      objective: 15,
      principle: null,
      unmapped: false,
      figure: 'reported',
    };
    return test
      .get(BoardService)
      .items(person.actor, place, filter as never)
      .then(
        ({ items: found }) => found.map(({ id }) => id).sort(),
        () => 'no plan of theirs',
      );
  }

  async function plainly({ actor }: Person, { from, until }: Period, plans: PlanItem[]) {
    if (!actor.grants.some(({ scope }) => scope === MECHANISM)) return 'no plan of theirs';
    const { read } = test.get(UnitOfWork);
    const [links, entries, versions, disclosures] = await Promise.all([
      read.find(EntryItem),
      read.find(Entry),
      read.find(EntryVersion),
      read.find(Disclosure),
    ]);
    const reported = (item: PlanItem) =>
      links.some(({ itemId, entryId, number: about }) => {
        const entry = entries.find(({ id }) => id === entryId)!;
        const opened = disclosures.filter((one) => one.entryId === entryId);
        const sight = sightOf(actor, entry, opened);
        if (itemId !== item.id || !sight || entry.state === 'withdrawn' || entry.submittedVersion === 0)
          return false;
        const number = sight === 'accepted' ? entry.acceptedVersion : entry.submittedVersion;
        if (number !== about) return false;
        const { periodStart, periodEnd } = versions.find(
          (one) => one.entryId === entryId && one.number === number,
        )!;
        return (!from || periodEnd >= from) && (!until || periodStart <= until);
      });
    return plans
      .filter(reported)
      .map(({ id }) => id)
      .sort();
  }
});

interface Period {
  from: string | null;
  until: string | null;
}
