import { jest } from '@jest/globals';
import fc from 'fast-check';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JsonLogger } from '../../src/platform/logger.js';
import { type Mail, MAIL_TRANSPORT, type MailTransport } from '../../src/platform/mail/mail.transport.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { withoutSecrets } from '../../src/platform/without-secrets.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Answer, Client } from '../support/client.js';
import {
  browserOf,
  newAdministrator,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { day, newRule, sweepAt } from '../support/reminders.js';
import { mailsTo, makeMembers, newRound, ownIn, words } from '../support/rounds.js';
import { routesOf } from '../support/routes.js';

const HOME = 'rabat';
let test: TestApp;
let office: Person;
let person: Person;
let administrator: Person;
/** Address by what it opens. */
let secrets: Record<'answer' | 'copied' | 'wish' | 'password' | 'calendar', string>;
let roundId: string;
const log: string[] = [];

beforeAll(async () => {
  test = await startApp();
  test.app.useLogger(new JsonLogger('debug', { write: (line: string) => void log.push(line) }));
  const plan = await newPlan(test, HOME, [{ code: '1', owners: ['state:SEN'], when: day('2027-03-09') }]);
  office = plan.secretariat;
  person = await newPerson(test, ['focal-point', HOME, 'SEN']);
  administrator = await newAdministrator(test);
  await makeMembers(test, HOME, ['SEN']);
  const questions = [{ kind: 'free', text: words('What is new?') }];
  roundId = await newRound(await programOf(test, office), HOME, { states: ['SEN'], questions });
  const [invitation] = await mailsTo(test, person);
  await newRule(test, office, HOME, { kind: 'before-due', days: 7 });
  await sweepAt(test, '2027-03-02T10:00:00Z');
  const reminder = (await mailsTo(test, person)).at(-1)!;
  const browser = await browserOf(test, person);
  const calendar = await browser.post('/account/calendars', { mechanismId: 'all' });
  const program = await programOf(test, person);
  const [own] = await ownIn(program, roundId);
  const links = await program.api('GET', `/rounds/${roundId}/addressees/${own!.id}/links`);
  const [{ id }] = links.json<{ items: [{ id: string }] }>().items;
  const copied = await browser.api('POST', `/answer-links/${id}/address`);
  const password = await test.get(PasswordsService).makeLink(person.account.id, 'password-reset');
  secrets = {
    answer: pathIn(invitation!.text, 'answer'),
    wish: pathIn(reminder.text, 'reminders/wish'),
    calendar: pathIn(calendar.body, 'calendars'),
    copied: pathIn(copied.body, 'answer'),
    password: `/password/${password}`,
  };
});
afterAll(() => test.close());

const pathIn = (text: string, path: string) =>
  new RegExp(`http://waymark\\.test(/${path}/[\\w.-]+)`).exec(text)![1]!;
const secretOf = (address: string) => address.split('/').at(-1)!.replace('.ics', '');

/** The same address, in other letters. */
const oddly = (address: string) => `/%${address.charCodeAt(1).toString(16)}${address.slice(2)}`;

/** What somebody may do with a secret address, rightly or not. */
const USES: Record<string, (client: Client, address: string) => Promise<Answer>> = {
  open: (client, address) => client.get(address),
  'open with more behind it': (client, address) => client.get(`${address}/nothing?next=${address}`),
  'open by a name that is written oddly': (client, address) => client.get(oddly(address)),
  'send nothing': (client, address) => client.post(address, { from: 'page' }),
  'send what is refused': (client, address) =>
    client.post(address, { password: 'short', intent: 'submit:x' }),
  'send without a token': (client, address) => client.post(address, { _csrf: 'x' }),
  autosave: (client, address) => client.post(`${address}/autosave`, { 'answers[x]': 'y' }),
  'sign in to come back': (client, address) => client.get(`/sign-in?next=${encodeURIComponent(address)}`),
  'sign in to come back, once more': (client, address) =>
    client.get(`/sign-in?next=${encodeURIComponent(oddly(address))}`),
  'choose a language': (client, address) => client.get(`/language/fr?next=${encodeURIComponent(address)}`),
  'choose a language on the page': (client, address) =>
    client.post('/language', { language: 'fr', next: address }),
  'go somewhere': (client, address) => client.get('/progress', { referer: `http://waymark.test${address}` }),
  'use it as a key': (_, address) => new Client(test, secretOf(address)).api('GET', '/account'),
  'call a method that is none': (_, address) => new Client(test).api('DELETE', `/..${address}`),
  'find the database gone': async (client, address) => {
    const { read } = test.get(UnitOfWork);
    const ask = jest.spyOn(read, 'findOne').mockRejectedValue(new Error(`no ${address}`));
    const find = jest.spyOn(read, 'find').mockRejectedValue(new Error(`no ${address}`));
    try {
      return await client.get(address);
    } finally {
      ask.mockRestore();
      find.mockRestore();
    }
  },
};

/** Where a page, or an answer's head, leads to with an address in hand. On its own page the choice of a language is sent. */
function leads({ body, headers }: Answer): string[] {
  const rest = body.replace(/<form method="post" action="\/language">.*?<\/form>/s, '');
  const found = [...rest.matchAll(/(?:href|action|name="next" value)="([^"]*)"/g)].map((match) => match[0]);
  return [`location="${headers.location ?? ''}"`, ...found]
    .map((lead) => decodeURIComponent(lead))
    .filter((lead) => /next[="]|"\/sign-in/.test(lead));
}

describe('a secret address', () => {
  it('is in no log, no other address and no answer to anybody else, however it is used', async () => {
    const people = { visitor: null, person, office, administrator };
    const all = Object.keys(secrets).flatMap((secret) =>
      Object.keys(USES).map((how) => ({ secret: secret as keyof typeof secrets, how })),
    );
    const everything = fc.shuffledSubarray(all, { minLength: all.length });
    const who = fc.infiniteStream(fc.constantFrom(...(Object.keys(people) as (keyof typeof people)[])));
    await fc.assert(
      fc.asyncProperty(everything, who, async (uses, whoever) => {
        for (const { secret, how } of uses) {
          const one = people[whoever.next().value as keyof typeof people];
          const client = one ? await browserOf(test, one) : new Client(test);
          const answer = await USES[how]!(client, secrets[secret]);
          for (const address of leads(answer))
            for (const one of Object.values(secrets))
              expect([how, address]).toEqual([how, expect.not.stringContaining(secretOf(one))]);
        }
        const lines = log.join('\n');
        for (const one of Object.values(secrets)) expect(lines).not.toContain(secretOf(one));
      }),
      { numRuns: 2 },
    );
    // It did run, and failures were logged.
    expect(log.some((line) => line.includes('"route":"/answer/:token"'))).toBe(true);
    expect(log.some((line) => line.includes('no /answer/…'))).toBe(true);

    const { read } = test.get(UnitOfWork);
    const kept = JSON.stringify([await read.find(AuditEvent), await read.find(OutgoingMessage)]);
    for (const one of Object.values(secrets)) expect(kept).not.toContain(secretOf(one));
  }, 120_000);

  it('is in nothing that the API or a page answers, to anybody', async () => {
    const [own] = await ownIn(await programOf(test, person), roundId);
    const ids: Record<string, string> = { mechanismId: HOME, addresseeId: own!.id, id: roundId };
    const shown: string[] = [];
    for (const one of [person, office, administrator]) {
      const [program, browser] = [await programOf(test, one), await browserOf(test, one)];
      for (const { method, path, access } of routesOf(test)) {
        // The mails themselves are read in the mailbox of a trial.
        if (method !== 'GET' || access === undefined || /mailbox|:secret|:token/.test(path)) continue;
        const address = path.replace(/:([A-Za-z]+)/g, (_, name: string) => ids[name] ?? own!.id);
        const answer = path.startsWith('/api/v1')
          ? await program.api('GET', address.slice('/api/v1'.length))
          : await browser.get(address);
        for (const secret of Object.values(secrets))
          if (answer.body.includes(secretOf(secret))) shown.push(path);
      }
    }
    expect(shown).toEqual([]);
  }, 120_000);
});

it('a mail server that quotes a mail as it refuses it puts no link into a row or a log', async () => {
  const { read } = test.get(UnitOfWork);
  const quoted: string[] = [];
  const refuse = (mail: Mail) => {
    quoted.push(...(mail.text.match(/[\w-]{43,}/g) ?? []));
    return Promise.reject(new Error(`554 refused for its contents: ${mail.text}`));
  };
  const transport = test.get<MailTransport>(MAIL_TRANSPORT as never);
  const deliver = jest.spyOn(transport, 'deliver').mockImplementation(refuse);
  const round = await newRound(await programOf(test, office), HOME, {
    states: ['SEN'],
    questions: [{ kind: 'free', text: words('What else?') }],
  });
  const [message] = await read.findBy(OutgoingMessage, { subjectId: round });
  await test.get(Outbox).send(message!.id);
  deliver.mockRestore();
  expect(quoted.length).toBeGreaterThan(0);
  const { error } = await read.findOneByOrFail(OutgoingMessage, { id: message!.id });
  expect(error).toContain('554 refused for its contents');
  for (const secret of quoted)
    for (const text of [error!, log.join('\n')]) expect(text).not.toContain(secret);
  expect(await read.countBy(MailboxMail, { recipient: person.account.email })).toBeGreaterThan(0);
});

it('what opens something is taken out of a text, and nothing else', async () => {
  const session = await test.get(SignInService).open(person.account, { address: '', userAgent: '' });
  for (const secret of [session, ...Object.values(secrets).map(secretOf)])
    expect(withoutSecrets(`at http://a.b/c/${secret}?d=${secret}, (${secret})`)).toBe(
      'at http://a.b/c/…?d=…, (…)',
    );
  expect(withoutSecrets('connect redis://name:word@host:1 failed')).toBe('connect redis://…@host:1 failed');
  const plain = 'mail 0192f3a4-5b6c-7d8e-9f00-112233445566 to a@b.example at src/platform/x.ts:1:2';
  expect(withoutSecrets(plain)).toBe(plain);
});
