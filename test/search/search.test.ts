import { RoleGrant } from '../../src/accounts/account.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { SearchIndex } from '../../src/platform/search/search-index.js';
import { PracticeInput } from '../../src/practices/practice.dto.js';
import { PracticeMovesService } from '../../src/practices/practice-moves.service.js';
import { PracticesService } from '../../src/practices/practices.service.js';
import { SubmissionSectionsService } from '../../src/reviews/submissions/submission-sections.service.js';
import { PledgeInput } from '../../src/reviews/pledges/pledge.dto.js';
import { PledgesService } from '../../src/reviews/pledges/pledges.service.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { RoundInput } from '../../src/rounds/round/round.dto.js';
import { Round } from '../../src/rounds/round/round.entity.js';
import { RoundsService } from '../../src/rounds/round/rounds.service.js';
import { SupportInput } from '../../src/support/support.dto.js';
import { SupportService } from '../../src/support/support.service.js';
import { ItemsService } from '../../src/plans/items/items.service.js';
import { NewItemInput } from '../../src/plans/items/item.dto.js';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { SearchIndexer } from '../../src/search/search-indexer.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';

const MECHANISM = 'khartoum';
const english = (text: string) => ({ original: 'en', texts: { en: text } });

interface Found {
  kind: string;
  id: string;
  title: string;
  href: string;
  snippet: { parts: { text: string; marked: boolean }[] } | null;
}

let test: TestApp;
let plan: Plan;
let items: PlanItem[];
let office: Person;
let kenya: Person;
let reader: Person;
let api: Client;

beforeAll(async () => {
  test = await startApp();
  ({
    plan,
    items,
    secretariat: office,
  } = await newPlan(
    test,
    MECHANISM,
    [
      { code: '5a', title: 'Éducation des migrants', owners: ['state:KEN', 'working-group:Migration data'] },
      { code: '5b', title: 'Border posts', parent: '5a' },
      { code: '6', title: 'Training of officials' },
    ],
    { draft: true },
  ));
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  reader = await newPerson(test, ['reader', MECHANISM]);
  api = await programOf(test, office);
});
afterAll(() => test.close());

const find = async (q: string, client = api, more = '') => {
  const answer = await client.api('GET', `/search?q=${encodeURIComponent(q)}${more}`);
  return answer.json<{ items: Found[]; nextCursor: string | null }>();
};
const ids = async (q: string, client = api, more = '') =>
  (await find(q, client, more)).items.map(({ id }) => id);
const rows = () =>
  test.get(UnitOfWork).read.query<object[]>('SELECT "kind", "subjectId", "layer" FROM "search_row"');

describe('a plan and its items', () => {
  it.each([
    ['a word of the title, without its accent', 'education'],
    ['the beginning of a word', 'educ'],
    ['two words in any order', 'migrants education'],
    ['its code', '5a'],
    ['a State that answers for it, in any language', 'كينيا'],
    ['a working group', 'migration data education'],
  ])('are found by %s', async (_, q) => expect(await ids(q)).toContain(items[0]!.id));

  it('are not found by what they do not say', async () => {
    expect(await ids('education border')).toEqual([]);
    expect(await ids('ducation')).toEqual([]);
    expect(await ids('5', api, '&kind=item')).toEqual([]);
    expect(await ids('')).toEqual([]);
    expect(await ids('—')).toEqual([]);
    expect(await ids('" OR AND NOT * :* & | ! \' ( -')).toEqual([]);
  });

  it('are found by what they say now', async () => {
    const change = { title: english('Schooling'), code: '5a', version: 1 };
    await api.api('PATCH', `/items/${items[0]!.id}`, change);
    expect(await ids('education')).toEqual([]);
    expect(await ids('schooling')).toEqual([items[0]!.id]);
    await api.api('PATCH', `/plans/${plan.id}`, {
      title: english('Sharm El Sheikh Plan'),
      kind: 'strategic',
      version: 1,
    });
    expect(await ids('sheikh')).toEqual([plan.id]);
  });

  it('show a piece of themselves with what was looked for', async () => {
    const { items: found } = await find('school');
    expect(found[0]).toMatchObject({ kind: 'item', title: 'Schooling', href: `/items/${items[0]!.id}` });
    expect(found[0]!.snippet!.parts).toEqual([{ text: 'Schooling', marked: true }]);
  });

  it('are their readers’ alone, until the plan is public', async () => {
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect(await ids('schooling', stranger)).toEqual([]);
    const { version } = (await api.api('GET', `/plans/${plan.id}`)).json<{ version: number }>();
    const open = { title: english('Sharm El Sheikh Plan'), kind: 'strategic', version };
    await api.api('PATCH', `/plans/${plan.id}`, { ...open, isPublic: true });
    expect(await ids('schooling', stranger)).toEqual([items[0]!.id]);
    await api.api('PATCH', `/plans/${plan.id}`, { ...open, version: version + 1, isPublic: false });
    expect(await ids('schooling', stranger)).toEqual([]);
    expect((await new Client(test).api('GET', '/search?q=schooling')).status).toBe(401);
  });

  it('go with all that hangs on them, from the index too', async () => {
    await api.api('POST', `/items/${items[1]!.id}/indicators`, { title: english('Posts equipped') });
    expect(await ids('equipped')).toHaveLength(1);
    await api.api('DELETE', `/items/${items[0]!.id}`);
    expect(await ids('border')).toEqual([]);
    expect(await ids('equipped')).toEqual([]);
    const left = JSON.stringify(await rows());
    expect([left.includes(items[0]!.id), left.includes(items[1]!.id), left.includes('indicator')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('that were refused leave nothing behind', async () => {
    const add = (title: string, parentId: string | null) =>
      test
        .get(ItemsService)
        .add(office.actor, plan.id, readInput(NewItemInput, { title: english(title), parentId }));
    await expect(
      test.get(UnitOfWork).run(async () => {
        await add('Undone together', null);
        throw new Error('on the way');
      }),
    ).rejects.toThrow('on the way');
    await expect(add('Nowhere', '00000000-0000-4000-8000-000000000000')).rejects.toThrow();
    expect(await ids('undone')).toEqual([]);
    expect(await ids('nowhere')).toEqual([]);
  });
});

describe('a meeting', () => {
  it('is found by its agenda and by what it decided', async () => {
    const meeting = (
      await api.api('POST', `/mechanisms/${MECHANISM}/meetings`, {
        type: 'ministerial',
        title: english('Conference in Cairo'),
        datePrecision: 'day',
        firstDay: '2027-05-03',
        lastDay: '2027-05-04',
        state: 'planned',
        compact: 'yes',
      })
    ).json<{ id: string }>();
    await api.api('POST', `/meetings/${meeting.id}/decisions`, {
      verb: 'decide',
      text: english('Open a hotline'),
    });
    expect(await ids('cairo')).toEqual([meeting.id]);
    expect(await ids('hotline')).toEqual([meeting.id]);
    const { items: found } = await find('hotline', await programOf(test, reader));
    expect(found[0]).toMatchObject({ kind: 'meeting', title: 'Conference in Cairo' });
    await api.api('DELETE', `/meetings/${meeting.id}`);
    expect(await ids('hotline')).toEqual([]);
  });
});

describe('an entry', () => {
  const say = async (id: string, narrative: string) => {
    const client = await programOf(test, kenya);
    const entry = (await client.api('GET', `/progress/${id}`)).json<{ version: number; content: object }>();
    const { version, content } = entry;
    await client.api('PATCH', `/progress/${id}`, {
      version,
      periodStart: '2027-01-01',
      periodEnd: '2027-02-28',
      items: [items[2]!.id],
      content: { ...content, narrative },
    });
  };

  it('is found by each in the text that they see', async () => {
    const progress = test.get(ProgressService);
    const { id } = await newEntry(test, kenya, items[2]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'We trained dromedaries',
    });
    const clients = {
      own: await programOf(test, kenya),
      office: api,
      member: await programOf(test, reader),
    };
    const finders = async (q: string) => {
      const found: string[] = [];
      for (const [name, client] of Object.entries(clients))
        if ((await ids(q, client)).includes(id)) found.push(name);
      return found;
    };
    expect(await finders('dromedaries')).toEqual(['own']);
    await progress.submit(kenya.actor, id);
    expect(await finders('dromedaries')).toEqual(['own', 'office']);
    await progress.accept(office.actor, id);
    await progress.disclose(kenya.actor, id, { visibility: 'mechanism', release: 'none' });
    expect(await finders('dromedaries')).toEqual(['own', 'office', 'member']);
    await progress.revise(kenya.actor, id);
    await say(id, 'We trained giraffes');
    expect(await finders('giraffes')).toEqual(['own']);
    await progress.submit(kenya.actor, id);
    expect(await finders('giraffes')).toEqual(['own', 'office']);
    // The members still read the version that was accepted, and the secretariat the one submitted last.
    expect(await finders('dromedaries')).toEqual(['own', 'member']);
    await progress.withdraw(kenya.actor, id);
    expect(await finders('dromedaries')).toEqual(['own']);
    const left = (await rows()) as { subjectId: string; layer: string }[];
    expect(left.filter((row) => row.subjectId === id).map(({ layer }) => layer)).toEqual(['own']);
  });

  it('that somebody works on moves for nobody else', async () => {
    const progress = test.get(ProgressService);
    const made = [];
    for (const words of ['first zebra', 'second zebra']) {
      const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative: words };
      const { id } = await newEntry(test, kenya, items[2]!, fields);
      await progress.submit(kenya.actor, id);
      made.push(id);
    }
    expect(await ids('zebra')).toEqual([made[1], made[0]]);
    await progress.revise(kenya.actor, made[0]!);
    await say(made[0]!, 'first zebra, and more');
    expect(await ids('zebra')).toEqual([made[1], made[0]]);
    expect(await ids('zebra', await programOf(test, kenya))).toEqual([made[0], made[1]]);
  });
});

describe('what else is held', () => {
  /** Who of these finds something by a word. */
  const finders = async (q: string) => {
    const found: string[] = [];
    for (const [name, client] of Object.entries(clients))
      if ((await ids(q, client)).length > 0) found.push(name);
    return found;
  };
  let clients: Record<'office' | 'kenya' | 'uganda' | 'partner' | 'reader' | 'stranger', Client>;
  beforeAll(async () => {
    clients = {
      office: api,
      kenya: await programOf(test, kenya),
      uganda: await programOf(test, await newPerson(test, ['focal-point', MECHANISM, 'UGA'])),
      partner: await programOf(test, await newPerson(test, ['partner', MECHANISM, 'IOM'])),
      reader: await programOf(test, reader),
      stranger: await programOf(test, await newPerson(test, ['secretariat', 'rcm'])),
    };
  });

  it('a practice is found by its owner, then by who advises on it, then by those it is shared with', async () => {
    const practice = {
      title: 'Mobile desks',
      language: 'en',
      content: { summary: 'Pangolins queue no more' },
    };
    const input = readInput(PracticeInput, { ...practice, as: 'state:KEN' });
    const { id } = await test.get(PracticesService).create(kenya.actor, MECHANISM, input);
    expect(await finders('pangolin')).toEqual(['kenya']);
    await test.get(PracticeMovesService).offer(kenya.actor, id);
    expect(await finders('pangolin')).toEqual(['office', 'kenya']);
    await test.get(PracticeMovesService).endReview(kenya.actor, id);
    expect(await finders('pangolin')).toEqual(['kenya']);
    const share = (mechanisms: string[], isPublic: boolean) =>
      test.get(PracticeMovesService).share(kenya.actor, id, { mechanisms, isPublic });
    await share(['rcm'], false);
    expect(await finders('pangolin')).toEqual(['kenya', 'stranger']);
    await share([MECHANISM], false);
    expect(await finders('pangolin')).toEqual(['office', 'kenya', 'uganda', 'partner', 'reader']);
    await share([], true);
    expect(await finders('pangolin')).toEqual(Object.keys(clients));
    await test.get(PracticeMovesService).withdraw(kenya.actor, id);
    expect(await finders('pangolin')).toEqual(['kenya']);
  });

  it('a request for support is found by its State, and by those it lets see it', async () => {
    const fields = {
      requester: 'KEN',
      kind: 'training',
      title: 'Trainers',
      language: 'en',
      text: 'For okapis',
    };
    const support = test.get(SupportService);
    const { id } = await support.create(kenya.actor, MECHANISM, readInput(SupportInput, fields));
    const closed = { toSecretariat: false, toPartners: false, toMembers: false, offersToSecretariat: false };
    const cases: [object, string[]][] = [
      [{}, ['kenya']],
      [{ toSecretariat: true }, ['office', 'kenya']],
      [{ toPartners: true }, ['kenya', 'partner']],
      [{ toMembers: true }, ['kenya', 'uganda']],
      [{}, ['kenya']],
    ];
    for (const [open, expected] of cases) {
      await support.release(kenya.actor, id, { ...closed, ...open });
      expect(await finders('okapis')).toEqual(expected);
    }
  });

  it('a call is found by its secretariat, and once it is open by all', async () => {
    const round = await test.get(RoundsService).create(
      office.actor,
      MECHANISM,
      readInput(RoundInput, {
        title: english('Call about aardwolves'),
        dueDay: '2027-05-01',
        periodStart: '2026-01-01',
        periodEnd: '2026-12-31',
        languages: ['en'],
      }),
    );
    expect(await finders('aardwolf aardwolves')).toEqual([]);
    expect(await finders('aardwolves')).toEqual(['office']);
    await test.get(UnitOfWork).run(async (manager) => {
      await manager.update(Round, { id: round.id }, { state: 'open' });
      test.get(SearchIndex).changed('round', round.id);
    });
    expect(await finders('aardwolves')).toEqual(['office', 'kenya', 'uganda', 'partner', 'reader']);
  });

  it('a submission is found by what its secretariat writes, by delegations from the circulation on', async () => {
    const submissions = test.get(SubmissionsService);
    const input = { cycleId: 'imrf-2030', language: 'en' as const, title: 'Input of Khartoum' };
    const { id } = await submissions.open(office.actor, MECHANISM, input);
    await submissions.compile(id);
    await test.get(SubmissionSectionsService).edit(office.actor, id, 'introduction', {
      text: 'Quaggas were many',
      version: 1,
    });
    expect(await finders('quagga')).toEqual(['office']);
    await submissions.circulate(office.actor, id);
    expect(await finders('quagga')).toEqual(['office', 'kenya', 'uganda']);
    await submissions.recall(office.actor, id);
    expect(await finders('quagga')).toEqual(['office']);
    for (const move of ['circulate', 'clear', 'freeze', 'revise'] as const)
      await submissions[move](office.actor, id);
    await test.get(SubmissionSectionsService).edit(office.actor, id, 'introduction', {
      text: 'Servals now',
      version: 2,
    });
    // While a further text is drafted, delegations read what was submitted, and find it by nothing newer.
    expect(await finders('quagga')).toEqual(['kenya', 'uganda']);
    expect(await finders('servals')).toEqual(['office']);
  });

  it('a pledge is found by its secretariat, then by those it is opened to, by what was said of it since, too', async () => {
    const pledges = test.get(PledgesService);
    const fields = {
      name: 'Centres',
      language: 'en',
      kind: 'individual',
      nature: 'human',
      objectives: ['9'],
    };
    const text = 'We open centres where caracals are counted. '.repeat(8);
    const input = readInput(PledgeInput, { ...fields, text });
    const { id } = await pledges.create(office.actor, MECHANISM, input);
    expect(await finders('caracals')).toEqual(['office']);
    await pledges.open(office.actor, id, 'mechanism');
    expect(await finders('caracals')).toEqual(['office', 'kenya', 'uganda']);
    const update = { standing: 'in-progress', narrative: 'Two servalines were seen', asOf: null } as const;
    await pledges.addUpdate(office.actor, id, update);
    expect(await finders('servalines')).toEqual(['office', 'kenya', 'uganda']);
    await pledges.open(office.actor, id, 'public');
    expect(await finders('caracals')).toEqual(['office', 'kenya', 'uganda', 'partner', 'reader', 'stranger']);
    await pledges.open(office.actor, id, 'secretariat');
    expect(await finders('caracals')).toEqual(['office']);
    await pledges.remove(office.actor, id);
    expect(await finders('caracals')).toEqual([]);
  });

  it('people are found by who manages them, by name, address and State, while they hold a role', async () => {
    const person = await newPerson(test, ['focal-point', MECHANISM, 'TZA']);
    const { name, email } = person.account;
    await test.get(SearchIndexer).fill();
    for (const q of [name, email, 'tanzanie'])
      expect((await find(q)).items.map(({ kind, title }) => [kind, title])).toContainEqual(['person', name]);
    const outside = [clients.kenya, clients.stranger, clients.reader];
    for (const client of outside) expect(await ids(email, client)).toEqual([]);
    await test
      .get(UnitOfWork)
      .run((manager) =>
        manager.update(
          RoleGrant,
          { accountId: person.account.id },
          { endedAt: test.clock.now(), untilDay: '2027-02-28' },
        ),
      );
    expect(await ids(email)).toEqual([]);
  });

  it('exact codes come first, of whatever kind', async () => {
    const rows = [
      { code: '1', title: 'After 7.1 and 7.1.2' },
      { code: '7.1', title: 'Seven one' },
      { code: '7.1.2', title: 'Seven one two', parent: '7.1' },
      { code: '71', title: 'Not this' },
      { code: '8(a)', title: 'Lettered' },
    ];
    const made = await newPlan(test, 'almaty', rows, { draft: true });
    const client = await programOf(test, made.secretariat);
    const first = async (q: string) => (await find(q, client)).items.map(({ title }) => title);
    expect((await first('7.1'))[0]).toBe('Seven one');
    expect((await first('7.1.2')).slice(0, 1)).toEqual(['Seven one two']);
    expect(await first('7.1')).not.toContain('Not this');
    expect(await first('8a')).toEqual(['Lettered']);
    expect(await first('8 (A)')).toEqual(['Lettered']);
  });
});

describe('many results', () => {
  it('come page by page, each once, titles first', async () => {
    const { items: many } = await newPlan(
      test,
      'rabat',
      Array.from({ length: 50 }, (_, index) => ({
        code: String(index),
        title: index % 5 ? `Number ${index}` : `Caravan ${index}`,
        owners: index % 2 ? ['working-group:Caravan'] : [],
      })),
    );
    const client = await programOf(test, await newPerson(test, ['reader', 'rabat']));
    const found: Found[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await find('caravan', client, cursor && `&cursor=${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(20);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    const expected = many.filter((_, index) => index % 5 === 0 || index % 2);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(found).toHaveLength(expected.length);
    expect(found.findLastIndex(({ title }) => title.startsWith('Caravan'))).toBe(9);
  });

  it('are refused with a cursor that stands on nothing they see', async () => {
    const hidden = await newEntry(test, kenya, items[2]!, {
      mechanismId: MECHANISM,
      as: 'state:KEN',
      narrative: 'A caravan',
    });
    for (const cursor of [
      'x',
      'text.entry.own',
      `text.entry.own.${hidden.id}`,
      'title.item..x',
      `text.none..${hidden.id}`,
    ])
      expect((await api.api('GET', `/search?q=caravan&cursor=${cursor}`)).status).toBe(422);
    expect((await api.api('GET', '/search?q=caravan&kind=none')).status).toBe(422);
  });
});

describe('the page', () => {
  it('is one box on every page, and shows what was found by kind', async () => {
    const browser = await browserOf(test, office);
    expect((await browser.get('/tasks')).body).toContain('action="/search"');
    const page = await browser.get('/search?q=training');
    expect(page.body).toContain('<mark>Training</mark>');
    expect((await browser.get('/search?q=8a')).body).toContain('href="/framework/objectives/8#action-a"');
    expect(page.body).toContain(`href="/items/${items[2]!.id}"`);
    expect((await browser.get('/search?q=%3Cscript%3E&kind=item')).body).not.toContain('<script>"');
    expect((await new Client(test).get('/mechanisms')).body).not.toContain('action="/search"');
  });
});

describe('the index', () => {
  it('is filled anew from the tables, as it was', async () => {
    // Seats are made here without the service that gives them.
    await test.get(SearchIndexer).fill();
    const sorted = async () =>
      JSON.stringify(
        ((await rows()) as { subjectId: string; layer: string }[])
          .map((row) => Object.values(row).join(' '))
          .sort(),
      );
    const before = await sorted();
    await test.get(UnitOfWork).run(async (manager) => {
      await manager.query(`DELETE FROM "search_row" WHERE "kind" = 'item'`);
      await manager.query(`UPDATE "search_row" SET "subjectId" = 'gone' || "number" WHERE "kind" = 'plan'`);
      await manager.query('DELETE FROM "search_state"');
    });
    expect(await ids('training')).toEqual([]);
    await test.get(SearchIndexer).onApplicationBootstrap();
    await test.get(SearchIndexer).beforeApplicationShutdown();
    expect(await ids('training')).toContain(items[2]!.id);
    expect(await sorted()).toBe(before);
  });
});
