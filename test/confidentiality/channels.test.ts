import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { VISIBILITIES, type Visibility } from '../../src/progress/entries/vocabulary.js';
import { RemindersService } from '../../src/reminders/sweep/reminders.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, samePage } from '../support/client.js';
import {
  browserOf,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { newRule } from '../support/reminders.js';
import { again, generated, seed, walkers } from '../support/generated.js';
import { routesOf } from '../support/routes.js';

const HOME = 'khartoum';
const ENDS = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] as const;

/** An entry at random, and who of the two sides wrote in the conversation about it. */
const specs = fc.array(
  fc.record({
    by: fc.constantFrom('kenya', 'ethiopia'),
    end: fc.constantFrom(...ENDS),
    visibility: fc.constantFrom(...VISIBILITIES),
    said: fc.subarray(['reporter', 'office'] as const),
  }),
  generated(10),
);
interface Made {
  by: string;
  end: (typeof ENDS)[number];
  visibility: Visibility;
  said: readonly string[];
  id: string;
  mark: string;
}

let test: TestApp;
let items: PlanItem[];
let people: Record<string, Person>;
let made: Made[];

beforeAll(async () => {
  test = await startApp({ siblings: true });
  const plan = await newPlan(test, HOME, [
    {
      code: '1',
      owners: ['all-members'],
      when: { precision: 'day', start: '2027-03-10', end: '2027-03-10' },
    },
  ]);
  items = plan.items;
  people = {
    office: plan.secretariat,
    kenya: await newPerson(test, ['focal-point', HOME, 'KEN']),
    kenyaToo: await newPerson(test, ['focal-point', HOME, 'KEN']),
    ethiopia: await newPerson(test, ['focal-point', HOME, 'ETH']),
    uganda: await newPerson(test, ['focal-point', HOME, 'UGA']),
    chair: await newPerson(test, ['chair', HOME]),
    reader: await newPerson(test, ['reader', HOME]),
    partner: await newPerson(test, ['partner', HOME, 'An organization']),
    elsewhere: await newPerson(test, ['secretariat', 'rcm'], ['focal-point', 'bali', 'KEN']),
    formerKenya: await newPerson(test, ['focal-point', HOME, 'KEN', '2026-12-31']),
    administrator: await newAdministrator(test),
  };
  await newRule(test, people.office!, HOME, { kind: 'before-due', days: 7 });
  await newRule(test, people.office!, HOME, { kind: 'after-due', days: 1 });
  const [sample] = fc.sample(specs, { numRuns: 1, seed });
  made = [];
  // One at least that both sides wrote about, whatever chance gives.
  const certain = {
    by: 'kenya',
    end: 'accepted',
    visibility: 'mechanism',
    said: ['reporter', 'office'],
  } as const;
  for (const [index, spec] of [certain, ...sample!].entries()) made.push(await make(spec, `marker${index}x`));
}, 120_000);
afterAll(() => test.close());

async function make(spec: Omit<Made, 'id' | 'mark'>, mark: string): Promise<Made> {
  const progress = test.get(ProgressService);
  const [reporter, office] = [people[spec.by]!, people.office!];
  const as = spec.by === 'kenya' ? 'state:KEN' : 'state:ETH';
  const narrative = `Words text${mark} words`;
  const { id } = await newEntry(test, reporter, items[0]!, { mechanismId: HOME, as, narrative });
  await progress.disclose(reporter.actor, id, { visibility: spec.visibility, release: 'none' });
  if (spec.end === 'draft') return { ...spec, said: [], id, mark };
  await progress.submit(reporter.actor, id);
  for (const side of spec.said) {
    const program = await programOf(test, side === 'office' ? office : reporter);
    const sent = await program.api('POST', `/conversations/entry/${id}/${HOME}`, {
      text: `talk${mark} by ${side}`,
    });
    expect(sent.status).toBe(201);
  }
  if (spec.end === 'accepted') await progress.accept(office.actor, id);
  if (spec.end === 'returned') await progress.sendBack(office.actor, id, `comment${mark}`);
  if (spec.end === 'withdrawn') await progress.withdraw(reporter.actor, id);
  return { ...spec, id, mark };
}

const own = (key: string, { by }: Made) => key.startsWith(by);
/** Who takes part in what is said about an entry: its reporter's people, and the secretariat while it has it. */
const takesPart = (key: string, entry: Made) =>
  own(key, entry) || (key === 'office' && !['draft', 'withdrawn'].includes(entry.end));
const member = (key: string) => !['elsewhere', 'formerKenya', 'administrator'].includes(key);
const maySee = (key: string, entry: Made) =>
  takesPart(key, entry) ||
  (entry.end === 'accepted' &&
    (entry.visibility === 'public' || (entry.visibility === 'mechanism' && member(key))));

describe(`what is said about an entry, ${again}`, () => {
  it('is in no answer of any route, but to the two sides', async () => {
    const gets = routesOf(test).filter(({ method }) => method === 'GET');
    const leaks: string[] = [];
    let answers = 0;
    let read = 0;
    for (const [key, person] of walkers(people)) {
      const [browser, program] = person
        ? [await browserOf(test, person), await programOf(test, person)]
        : [new Client(test), new Client(test)];
      for (const url of gets.flatMap(({ path }) => addresses(path))) {
        const answer = url.startsWith('/api/')
          ? await program.api('GET', url.slice('/api/v1'.length))
          : await browser.get(url);
        answers += 1;
        for (const entry of made.filter(({ said }) => said.length > 0)) {
          const told = answer.body.includes(`talk${entry.mark}`);
          const linked = !url.includes(entry.id) && answer.body.includes(`/conversations/entry/${entry.id}`);
          if (told && takesPart(key, entry)) read += 1;
          if ((told || linked) && !takesPart(key, entry))
            leaks.push(`${key} ${url}: ${JSON.stringify(entry)}`);
        }
      }
    }
    expect(answers).toBeGreaterThan(500);
    expect(read).toBeGreaterThan(0);
    expect(leaks.slice(0, 5)).toEqual([]);
  }, 300_000);
});

describe(`mail, ${again}`, () => {
  it('carries no words of a comment or a conversation, those of an entry to its own people only, and names one only to the two sides', async () => {
    for (const day of ['2027-03-03', '2027-03-11'])
      await test.get(RemindersService).sweep(new Date(`${day}T12:00:00Z`));
    const { read } = test.get(UnitOfWork);
    for (const { id } of await read.findBy(OutgoingMessage, { state: 'pending' }))
      await test.work('mail.send', { id });
    const mails = await read.find(MailboxMail);
    expect(mails.length).toBeGreaterThan(10);
    expect(mails.some(({ text }) => text.includes('Item 1') && text.includes('10 Mar'))).toBe(true);
    const leaks: string[] = [];
    for (const { recipient, subject, text, html } of mails) {
      const whole = [subject, text, html].join('\n');
      const [key] = Object.entries(people).find(([, { account }]) => account.email === recipient)!;
      for (const entry of made) {
        if (new RegExp(`(talk|comment)${entry.mark}`).test(whole)) leaks.push(`${key}: words in a mail`);
        // Its own people get a copy of what they handed in.
        const handedIn = own(key, entry) && !['draft', 'withdrawn'].includes(entry.end);
        if (whole.includes(`text${entry.mark}`) && !handedIn) leaks.push(`${key}: the text in a mail`);
        const named = whole.includes(entry.id);
        // A mail was right when it was sent: the secretariat had what was withdrawn later.
        const had = own(key, entry) || (key === 'office' && entry.end !== 'draft');
        if (named && !had) leaks.push(`${key} is told of ${JSON.stringify(entry)}`);
      }
    }
    expect(leaks.slice(0, 5)).toEqual([]);
  }, 120_000);

  it('says where a reply goes, and shows no delegation’s address to another', async () => {
    const states = (one?: Person) => one?.account.grants.flatMap(({ subject }) => subject ?? []) ?? [];
    const holder = (address: string) =>
      Object.values(people).find(({ account }) => account.email === address);
    const leaks: string[] = [];
    for (const { recipient, replyTo, text, html } of await test.get(UnitOfWork).read.find(MailboxMail)) {
      if (!replyTo) leaks.push(`a reply of ${recipient} goes nowhere`);
      const own = states(holder(recipient));
      for (const { account, ...other } of Object.values(people)) {
        const isOthers = states({ account, ...other }).some((state) => !own.includes(state));
        const isOffice = holder(recipient) === people.office;
        if (!isOthers || account.email === recipient) continue;
        if (`${text}${html}`.includes(account.email)) leaks.push(`${recipient} reads ${account.email}`);
        if (replyTo?.includes(account.email) && !isOffice)
          leaks.push(`${recipient} answers to ${account.email}`);
      }
    }
    expect([...new Set(leaks)].slice(0, 5)).toEqual([]);
  });
});

describe(`calendars, ${again}`, () => {
  it('hold nothing of entries', async () => {
    for (const [key, person] of Object.entries(people)) {
      const subscribed = await (await browserOf(test, person)).api('POST', '/account/calendars', {});
      const without = ['formerKenya', 'administrator'].includes(key);
      expect({ key, status: subscribed.status }).toEqual({ key, status: without ? 404 : 201 });
      if (without) continue;
      const feed = await new Client(test).get(new URL(subscribed.json<{ url: string }>().url).pathname);
      expect(feed.status).toBe(200);
      for (const { id, mark } of made) {
        expect(feed.body).not.toContain(id);
        expect(feed.body).not.toContain(mark);
      }
    }
  });
});

describe(`an entry that somebody may not see, ${again}`, () => {
  it('is answered like one that does not exist, by every route that takes an entry', async () => {
    const routes = routesOf(test).filter(({ path }) => /\/progress\/:id|\/conversations\/:kind/.test(path));
    expect(routes.length).toBeGreaterThan(20);
    const differences: string[] = [];
    for (const [key, person] of Object.entries(people)) {
      const [browser, program] = [await browserOf(test, person), await programOf(test, person)];
      const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH', path: string, id: string) => {
        const url = path.replace(':kind', 'entry').replace(':scope', HOME).replace(':id', id);
        const answer = url.startsWith('/api/')
          ? await program.api(method, url.slice('/api/v1'.length), method === 'GET' ? undefined : {})
          : method === 'GET'
            ? await browser.get(url)
            : await browser.post(url);
        const body = samePage(answer.body.replaceAll(id, 'ID'));
        return `${answer.status} ${body}`;
      };
      const hidden = made.filter((entry) => !maySee(key, entry));
      // One of each kind is enough: what is the same for one draft is the same for another.
      const some = [...new Map(hidden.map((entry) => [`${entry.end} ${entry.visibility}`, entry])).values()];
      for (const { method, path } of routes) {
        const nowhere = await ask(method, path, randomUUID());
        for (const entry of some)
          if ((await ask(method, path, entry.id)) !== nowhere)
            differences.push(`${key} ${method} ${path} of ${JSON.stringify(entry)}`);
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
  }, 300_000);
});

/** Addresses of a route: every entry for those that take one. */
function addresses(path: string): string[] {
  const within = path.replaceAll(':mechanismId', HOME).replace(':kind', 'entry').replace(':scope', HOME);
  if (path === '/progress/new') return [`/progress/new?item=${items[0]!.id}`];
  if (path.endsWith('/search') && !path.includes('framework'))
    // The beginning of the word alone: a page repeats what was asked.
    return [`${path}?q=talkmarker`, `${path}?q=office`];
  const ids = /\/(progress|conversations)\//.test(path)
    ? made.map(({ id }) => id)
    : [path.includes('items') && !path.includes('/plans/') ? items[0]!.id : items[0]!.planId];
  return /:[a-zA-Z]+/.test(within) ? ids.map((id) => within.replaceAll(/:[a-zA-Z]+/g, id)) : [within];
}
