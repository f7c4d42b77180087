import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { AddressChange } from '../../src/accounts/address/address-change.entity.js';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { WishesService } from '../../src/reminders/wishes/wishes.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  givePassword,
  keyOf,
  newAccount,
  newAdministrator,
  newPerson,
  PASSWORD,
  type Person,
  programOf,
} from '../support/factories.js';
import { makeMembers, newRound, words } from '../support/rounds.js';

let test: TestApp;
let root: Person;
let admin: Client;
beforeAll(async () => {
  test = await startApp();
  await test.startQueue();
  root = await newAdministrator(test);
  admin = await browserOf(test, root);
});
afterAll(() => test.close());

const read = () => test.get(UnitOfWork).read;
const accountOf = ({ account }: Person) => read().findOneByOrFail(Account, { id: account.id });

async function withPassword(...roles: [role: 'reader' | 'focal-point', id: string, of?: string][]) {
  const person = await newPerson(test, ...roles);
  await givePassword(test, person);
  return person;
}

describe('the list of accounts', () => {
  it('shows state, last sign-in and roles, is searched and paged, and holds no content', async () => {
    const people = await Promise.all(
      Array.from({ length: 53 }, (_, index) =>
        newAccount(test, { name: `Paged 100%_${index}`, email: `paged${100 + index}@list.example` }),
      ),
    );
    const first = await admin.api('GET', '/accounts?q=%25_');
    const { items, nextCursor } = first.json<{ items: { email: string }[]; nextCursor: string }>();
    expect(items).toHaveLength(50);
    const rest = await admin.api('GET', `/accounts?q=LIST.example&cursor=${nextCursor}`);
    expect(
      [...items, ...rest.json<{ items: { email: string }[] }>().items].map(({ email }) => email),
    ).toEqual(people.map(({ account }) => account.email).sort());
    const person = await withPassword(['focal-point', 'rcm', 'MEX'], ['reader', 'rabat']);
    const client = new Client(test);
    await client.post('/sign-in', { email: person.account.email, password: PASSWORD });
    const [shown] = (await admin.api('GET', `/accounts?q=${person.account.email}`)).json<{
      items: object[];
    }>().items;
    expect(shown).toMatchObject({
      state: 'open',
      lastSignInDay: test.clock.now().toISOString().slice(0, 10),
      roles: [
        { role: 'focal-point', scope: 'rcm', subject: 'MEX', mechanism: expect.any(String) as string },
        { role: 'reader', scope: 'rabat' },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('argon2');
    const page = await admin.get(`/accounts?q=${person.account.email}&state=open`);
    for (const text of [person.account.email, 'In use', 'Focal point', 'Mexico'])
      expect(page.body).toContain(text);
    expect((await admin.get('/accounts?state=nonsense')).status).toBe(200);
    const own = await admin.get(`/accounts/${person.account.id}`);
    expect([own.status, own.body.includes('History')]).toEqual([200, true]);
  });

  it('is an administrator’s, in a browser', async () => {
    const office = await newPerson(test, ['secretariat', 'rcm']);
    const client = await browserOf(test, office);
    expect((await client.get('/accounts')).status).toBe(403);
    expect((await client.api('POST', `/accounts/${root.account.id}/close`)).status).toBe(403);
    const program = await programOf(test, root);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', `/${office.account.id}/close`],
      ['POST', `/${office.account.id}/password-link`],
      ['POST', `/${office.account.id}/address-change`],
    ] as const)
      expect((await program.api(method, `/accounts${path}`, method === 'POST' ? {} : undefined)).status).toBe(
        403,
      );
    expect((await accountOf(office)).closedAt).toBeNull();
  });
});

describe('closing an account', () => {
  it('ends sessions, keys, calendars, links, roles and mails at the next request', async () => {
    await makeMembers(test, 'rabat', ['SEN']);
    const secretariat = await newPerson(test, ['secretariat', 'rabat']);
    const person = await withPassword(['focal-point', 'rabat', 'SEN']);
    const browser = await browserOf(test, person);
    const key = new Client(test, await keyOf(test, person));
    const made = await browser.post('/account/calendars', { mechanismId: 'rabat' });
    const calendar = new URL(/http:\/\/waymark\.test\/calendars\/[\w-]+\.ics/.exec(made.body)![0]).pathname;
    await newRound(await programOf(test, secretariat), 'rabat', {
      states: ['SEN'],
      questions: [{ kind: 'free', text: words('What was done?') }],
    });
    const asked = await mailOf(person, /\/answer\//);
    const answer = new URL(/http:\S+\/answer\/\S+/.exec(asked.text)![0]).pathname;
    const wish = { kind: 'none', accountId: person.account.id, subjectId: '' } as const;
    const wishes = new URL(test.get(WishesService).linkFor(wish)).pathname;
    const reset = `/password/${await test.get(PasswordsService).makeLink(person.account.id, 'password-reset')}`;
    const holds = async () => ({
      session: (await browser.get('/account')).status === 200,
      key: (await key.api('GET', '/account')).status === 200,
      calendar: (await new Client(test).get(calendar)).status === 200,
      answer: (await new Client(test).get(answer)).body.includes('What was done?'),
      wishes: (await new Client(test).get(wishes)).status === 200,
      reset: (await new Client(test).get(reset)).status === 200,
    });
    expect(Object.values(await holds())).toEqual(Array(6).fill(true));
    const closed = await admin.post(`/accounts/${person.account.id}/close`, { confirmed: 'on' });
    expect([closed.status, closed.headers.location]).toEqual([303, `/accounts/${person.account.id}`]);
    expect(Object.values(await holds())).toEqual(Array(6).fill(false));
    const entered = await new Client(test).post('/sign-in', {
      email: person.account.email,
      password: PASSWORD,
    });
    expect(entered.status).toBe(422);
    const grant = await read().findOneByOrFail(RoleGrant, { accountId: person.account.id });
    expect(JSON.stringify(grant)).toMatch(/"untilDay":"|"endedAt":"/);
    const invited = await (
      await browserOf(test, secretariat)
    ).api('POST', '/mechanisms/rabat/people', {
      name: 'Again',
      email: person.account.email,
      language: 'fr',
      role: 'reader',
      fromDay: '2027-03-01',
    });
    expect(invited.json()).toMatchObject({ errors: { email: expect.stringContaining('closed') as string } });
    expect((await admin.api('POST', `/accounts/${person.account.id}/close`)).status).toBe(409);
    await test.get(PasswordsService).sendLink(person.account.id, 'reset');
    await until(async () => {
      const row = await read().findOneBy(OutgoingMessage, { accountId: person.account.id, kind: 'password' });
      return row?.state === 'skipped';
    });
    // What was under way as it was closed.
    const late = [await browserOf(test, person), new Client(test, await keyOf(test, person))] as const;
    const reopened = await admin.api('POST', `/accounts/${person.account.id}/reopen`);
    expect(reopened.json()).toMatchObject({ state: 'invited', closedAt: null });
    expect([(await late[0].get('/account')).status, (await late[1].api('GET', '/account')).status]).toEqual([
      303, 401,
    ]);
    expect(Object.values(await holds())).toEqual(Array(6).fill(false));
    const own = await admin.get(`/accounts/${person.account.id}`);
    expect(own.body).toContain('closed the account of');
  });

  it('is not for the last administrator, not even by two at once', async () => {
    const other = await newAdministrator(test);
    const answers = await Promise.all([
      admin.api('POST', `/accounts/${other.account.id}/close`),
      (await browserOf(test, other)).api('POST', `/accounts/${root.account.id}/close`),
    ]);
    const open = [await accountOf(root), await accountOf(other)].filter(({ closedAt }) => closedAt === null);
    expect(open).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // Which of them stays is a matter of chance.
    root = open[0]!.id === root.account.id ? root : other;
    admin = await browserOf(test, root);
    const last = await admin.api('POST', `/accounts/${root.account.id}/close`);
    expect([last.status, last.body.includes('last administrator')]).toEqual([409, true]);
  });
});

describe('a link to set a password that an administrator sends', () => {
  it('goes to the account’s address and is shown to nobody', async () => {
    const person = await withPassword();
    const sent = await admin.submit(`/accounts/${person.account.id}/password-link`);
    expect(sent.body).not.toMatch(/\/password\/[\w-]{20}/);
    const { text } = await mailOf(person, /\/password\//);
    expect(text).toContain('administrator');
    const link = new URL(/http:\S+\/password\/\S+/.exec(text)![0]).pathname;
    expect((await new Client(test).post(link, { password: 'another good one, really' })).status).toBe(303);
  });
});

describe('another address', () => {
  const ask = async (person: Person, email: string, current = PASSWORD) =>
    (await browserOf(test, person)).post('/account/address', { email, current });
  const linkOf = async (to: string) =>
    new URL(/http:\S+\/address\/\S+/.exec((await mailAt(to, /\/address\//)).text)![0]).pathname;

  it('holds once both have confirmed it, in either order, each link once', async () => {
    for (const order of [
      ['old', 'new'],
      ['new', 'old'],
    ] as const) {
      const person = await withPassword();
      const former = person.account.email;
      const email = `moved-${order[0]}@new.example`;
      expect((await ask(person, email, 'not the password')).status).toBe(422);
      expect((await ask(person, email)).status).toBe(303);
      const links = { old: await linkOf(former), new: await linkOf(email) };
      const wish = { kind: 'none', accountId: person.account.id, subjectId: '' } as const;
      const mailed = new URL(test.get(WishesService).linkFor(wish)).pathname;
      expect((await new Client(test).get(mailed)).status).toBe(200);
      const client = new Client(test);
      for (const side of order) {
        expect((await accountOf(person)).email).toBe(former);
        const shown = await client.get(links[side]);
        expect([shown.status, shown.body.includes(email), shown.headers['referrer-policy']]).toEqual([
          200,
          true,
          'strict-origin',
        ]);
        expect((await accountOf(person)).email).toBe(former);
        expect((await client.post(links[side])).status).toBe(303);
        expect((await client.post(links[side])).status).toBe(404);
      }
      expect((await accountOf(person)).email).toBe(email);
      // Whoever has the old mailbox next finds nothing in it that works.
      expect((await new Client(test).get(mailed)).status).toBe(404);
      const entered = await new Client(test).post('/sign-in', { email, password: PASSWORD });
      expect(entered.status).toBe(303);
    }
  });

  it('asked for by an administrator needs both as well', async () => {
    const person = await withPassword();
    const email = 'by-administrator@new.example';
    const path = `/accounts/${person.account.id}/address-change`;
    const taken = await admin.api('POST', path, { email: root.account.email });
    expect(taken.json()).toMatchObject({ errors: { email: expect.any(String) as string } });
    expect((await admin.api('POST', path, { email })).status).toBe(204);
    await new Client(test).post(await linkOf(email));
    expect((await accountOf(person)).email).toBe(person.account.email);
    expect((await admin.api('GET', `/accounts/${person.account.id}`)).json()).toMatchObject({
      addressChange: { email, confirmedByNew: true, confirmedByOld: false },
    });
    const old = await linkOf(person.account.email);
    await admin.api('DELETE', path);
    expect((await new Client(test).post(old)).status).toBe(404);
  });

  it('tells nobody which addresses have accounts, and writes to none of them', async () => {
    const [person, other] = [await withPassword(), await withPassword()];
    const answers = [await ask(person, other.account.email), await ask(person, 'free@new.example')];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      Array(2).fill([303, '/account/address']),
    );
    await linkOf('free@new.example');
    expect(await read().countBy(MailboxMail, { recipient: other.account.email })).toBe(0);
  });

  it('is called off by a newer one, a new password, its time, or an account that is closed', async () => {
    const ends: ((person: Person) => Promise<unknown>)[] = [
      (person) => ask(person, 'a-newer-one@new.example'),
      async (person) =>
        (await browserOf(test, person)).post('/account/password', {
          current: PASSWORD,
          password: 'another good one, really',
        }),
      async (person) => admin.api('POST', `/accounts/${person.account.id}/close`),
      async (person) => (await browserOf(test, person)).post('/account/address/call-off'),
      async () => test.clock.advance(49 * 3_600_000),
    ];
    for (const [index, end] of ends.entries()) {
      const person = await withPassword();
      const email = `ended${index}@new.example`;
      await ask(person, email);
      const links = [await linkOf(person.account.email), await linkOf(email)];
      await end(person);
      for (const link of links) expect((await new Client(test).post(link)).status).toBe(404);
      expect((await accountOf(person)).email).toBe(person.account.email);
    }
    admin = await browserOf(test, root);
  });

  it('is one account’s of two that confirm it at the same moment', async () => {
    const people = [await withPassword(), await withPassword()];
    const email = 'wanted-by-two@new.example';
    const links: string[] = [];
    for (const person of people) {
      await ask(person, email);
      const { id } = await pendingOf(person);
      const [old, other] = await Promise.all(
        (['old', 'new'] as const).map((side) =>
          test.get(PasswordsService).makeLink(person.account.id, `address-${side}`, id),
        ),
      );
      await new Client(test).post(`/address/${old}`);
      links.push(`/address/${other}`);
    }
    const answers = await Promise.all(links.map((link) => new Client(test).post(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await read().countBy(Account, { email })).toBe(1);
  });

  it('is never an account’s that did not confirm it from both, whatever is done in which order', async () => {
    const acts = fc.constantFrom('ask', 'old', 'new', 'callOff', 'stale');
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 8 }), async (done) => {
        const person = await withPassword();
        const passwords = test.get(PasswordsService);
        const browser = await browserOf(test, person);
        let holds = person.account.email;
        let pending: { email: string; old: boolean; new: boolean } | null = null;
        let stale = '';
        for (const act of done) {
          if (act === 'ask') {
            const email = `random${(count += 1)}@new.example`;
            const { status } = await browser.post('/account/address', { email, current: PASSWORD });
            if (status === 303) pending = { email, old: false, new: false };
          } else if (act === 'callOff') {
            await browser.post('/account/address/call-off');
            pending = null;
          } else if (act === 'stale') {
            if (stale) expect((await new Client(test).post(stale)).status).toBe(404);
          } else if (pending) {
            const { id } = await pendingOf(person);
            const link = `/address/${await passwords.makeLink(person.account.id, `address-${act}`, id)}`;
            expect((await new Client(test).post(link)).status).toBe(303);
            stale = link;
            pending[act] = true;
            if (pending.old && pending.new) [holds, pending] = [pending.email, null];
          }
          expect((await accountOf(person)).email).toBe(holds);
        }
      }),
      { numRuns: 12 },
    );
  });
});

const pendingOf = async ({ account }: Person) =>
  await read().findOneByOrFail(AddressChange, { accountId: account.id, endedAt: IsNull() });

const mailOf = ({ account }: Person, holds: RegExp) => mailAt(account.email, holds);

/** The latest mail to an address that holds something, once it is there. */
async function mailAt(recipient: string, holds: RegExp): Promise<MailboxMail> {
  let found: MailboxMail | undefined;
  await until(async () => {
    const mails = await read().find(MailboxMail, { where: { recipient }, order: { at: 'DESC', id: 'DESC' } });
    found = mails.find(({ text }) => holds.test(text));
    return found !== undefined;
  });
  return found!;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it does not happen');
}
