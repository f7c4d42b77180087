import { zipSync } from 'fflate';
import pg from 'pg';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { Session } from '../../src/accounts/credential.entity.js';
import { hashPassword } from '../../src/accounts/secrets.js';
import { READER, UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { Entry, EntryEvidence, Evidence } from '../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { parseWordForm } from '../../src/rounds/word-form/parse-word-form.js';
import { parseXml } from '../../src/platform/documents/read-word/xml.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import {
  browserOf,
  keyOf,
  newAccount,
  newEntry,
  newPerson,
  newPlan,
  type Person,
  programOf,
} from '../support/factories.js';
import { printed } from '../support/word-forms.js';
import { makeMembers, newRound, ownIn, words } from '../support/rounds.js';
import { routesOf } from '../support/routes.js';

let test: TestApp;
let office: Person;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', 'rcm'], ['focal-point', 'bali', 'MEX']);
});
afterAll(() => test.close());

/** These say 503 here: no queue runs. */
const OF_THE_QUEUE = ['/ready', '/api/v1/metrics'];
const addresses = () =>
  routesOf(test).filter(({ method, path }) => method === 'GET' && !OF_THE_QUEUE.includes(path));
const cookieOf = (client: Client) =>
  [...(client as unknown as { cookies: Map<string, string> }).cookies]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

describe('an address', () => {
  it('with a NUL in it leads nowhere, on any route', async () => {
    const people = [office, await newAccount(test, { administrator: true })];
    for (const person of people) {
      const client = await browserOf(test, person);
      for (const { path } of addresses()) {
        const here = path.replace(/:mechanismId/g, 'rcm').replace(/:[A-Za-z]+/g, 'a%00b');
        const there = path.replace(/:[A-Za-z]+/g, '%00');
        for (const address of [here, there, `${here}?q=%00&cursor=%00&mechanism=%00`]) {
          const { status } = await client.get(address);
          expect({ address, ours: status < 500 }).toEqual({ address, ours: true });
        }
      }
    }
  });

  it('asks for a language that there can be, or is told that it is none', async () => {
    const program = await programOf(test, office);
    for (const language of ['xx_yy', 'en-en-en', '١', '-'])
      expect(
        (await program.api('GET', `/mechanisms/rcm?language=${encodeURIComponent(language)}`)).status,
      ).toBe(422);
    expect((await program.api('GET', '/mechanisms/rcm?language=pt-BR')).status).toBe(200);
  });
});

describe('a form', () => {
  it('may have fields of any name: what it says is shown again, or refused', async () => {
    const client = await browserOf(test, office);
    const { plan } = await newPlan(test, 'rcm', [{}], { draft: true });
    const { items } = await newPlan(test, 'rcm');
    const fields = ['name', 'languages', 'version', 'title', 'title.texts', 'owners', 'objectives', 'items'];
    const addresses = [
      '/mechanisms/rcm/edit',
      `/plans/${plan.id}`,
      `/plans/${plan.id}/items`,
      `/items/${items[0]!.id}`,
    ];
    for (const address of [
      ...addresses,
      '/progress',
      '/mechanisms/rcm/rounds',
      '/mechanisms/rcm/reminders',
    ]) {
      for (const part of ['toString', 'valueOf', 'constructor', 'length', '0', 'a.b']) {
        const form = Object.fromEntries(fields.map((field) => [`${field}.${part}`, 'x']));
        const { status } = await client.post(address, form);
        expect({ address, part, ours: status < 500 }).toEqual({ address, part, ours: true });
      }
    }
  });

  it('may come with nothing in it, or with what is no form', async () => {
    const client = await browserOf(test, office);
    const { items } = await newPlan(test, 'rcm');
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await client.get('/account')).body)![1]!;
    const cookie = cookieOf(client);
    for (const address of [`/items/${items[0]!.id}`, '/progress', '/progress/autosave', '/answer/nothing']) {
      for (const body of [undefined, 'null', '[]', '"x"', '5']) {
        const { status } = await fetch(`${test.url}${address}?_csrf=${encodeURIComponent(csrf)}`, {
          method: 'POST',
          body,
          headers: {
            cookie,
            origin: test.config.publicUrl,
            ...(body && { 'content-type': 'application/json' }),
          },
          redirect: 'manual',
        });
        expect({ address, body, ours: status < 500 }).toEqual({ address, body, ours: true });
      }
    }
  });

  it('may name JSON and send none: then it is no input', async () => {
    const { plan } = await newPlan(test, 'rcm', [{}], { draft: true });
    const authorization = `Bearer ${await keyOf(test, office)}`;
    const send = (path: string, body?: string) =>
      fetch(`${test.url}/api/v1${path}`, {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': 'application/json' },
      });
    expect((await send(`/plans/${plan.id}/validation`)).status).toBe(200);
    const [nothing, empty, broken] = await Promise.all(
      [undefined, '{}', '{'].map((body) => send('/mechanisms/rcm/plans', body)),
    );
    expect(nothing!.status).toBe(422);
    expect(await nothing!.json()).toEqual(await empty!.json());
    expect(broken!.status).toBe(400);
  });

  it('may be broken off in the middle of a file', async () => {
    const { items } = await newPlan(test, 'rcm');
    const entry = await newEntry(test, office, items[0]!, { mechanismId: 'rcm', as: 'secretariat' });
    const client = await browserOf(test, office);
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await client.get('/account')).body)![1]!;
    const { status } = await fetch(
      `${test.url}/progress/${entry.id}/evidence/files?_csrf=${encodeURIComponent(csrf)}`,
      {
        method: 'POST',
        body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
        headers: {
          cookie: cookieOf(client),
          origin: test.config.publicUrl,
          'content-type': 'multipart/form-data; boundary=x',
        },
      },
    );
    expect(status).toBe(400);
    const kept = await test.get(UnitOfWork).read.countBy(Evidence, { entryId: entry.id });
    expect(kept).toBe(0);
  });

  it('cannot make a list four thousand million long', async () => {
    const client = await browserOf(test, office);
    const before = performance.now();
    await client.post('/progress', { items: ['a', 'b'], 'items.length': '4294967295' });
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('many at once', () => {
  it('guess no more passwords than one after the other', async () => {
    const guess = () =>
      new Client(test).post('/sign-in', { email: 'guessed@example.org', password: 'a guess of a password' });
    const answers = await Promise.all(Array.from({ length: 25 }, guess));
    expect(statuses(answers)).toEqual([...Array<number>(10).fill(422), ...Array<number>(15).fill(429)]);
  });

  it('invite a person, who has one account then', async () => {
    const program = await browserOf(test, office);
    const person = { name: 'A', email: 'at-once@example.org', language: 'en', fromDay: '2027-03-01' };
    const roles = [{ role: 'reader' }, { role: 'chair' }, { role: 'partner', partner: 'IOM' }];
    const answers = await Promise.all(
      roles.map((role) => program.api('POST', '/mechanisms/rcm/people', { ...person, ...role })),
    );
    expect(statuses(answers)).toEqual([201, 201, 201]);
    const accounts = await test.get(UnitOfWork).read.findBy(Account, { email: person.email });
    expect(accounts).toHaveLength(1);
    expect(await test.get(UnitOfWork).read.countBy(RoleGrant, { accountId: accounts[0]!.id })).toBe(3);
  });
});

describe('a button pressed twice', () => {
  const twice = <T>(press: () => Promise<T>) => Promise.all([press(), press(), press()]);

  it('gives a role once, and the same later to nobody who has it', async () => {
    const program = await browserOf(test, office);
    const person = { name: 'A', email: 'twice@example.org', language: 'en', role: 'reader' };
    const invite = (fields: object) =>
      program.api('POST', '/mechanisms/rcm/people', { ...person, ...fields });
    const term = { fromDay: '2027-03-01', untilDay: '2027-05-31' };
    expect(statuses(await twice(() => invite(term)))).toEqual([201, 422, 422]);
    expect((await invite({ fromDay: '2027-05-31' })).status).toBe(422);
    expect((await invite({ fromDay: '2027-06-01' })).status).toBe(201);
  });

  it('hands a role over to one successor', async () => {
    const holder = await newPerson(test, ['focal-point', 'rcm', 'GTM', '2027-06-30']);
    const program = await browserOf(test, holder);
    const grant = holder.account.grants[0]!.id;
    let count = 0;
    const handOver = (fromDay: string) => {
      count += 1;
      const person = { name: 'Next', language: 'en', email: `next${count}@example.org` };
      return program.api('POST', `/people/${grant}/hand-over`, { ...person, fromDay });
    };
    expect(statuses(await twice(() => handOver('2027-07-01')))).toEqual([200, 409, 409]);
    expect((await handOver('2027-03-15')).status).toBe(409);
    const where = { mechanismId: 'rcm', role: 'focal-point' as const, subject: 'GTM' };
    expect(await test.get(UnitOfWork).read.countBy(RoleGrant, where)).toBe(2);
  });

  it('begins one draft for a question', async () => {
    await makeMembers(test, 'rabat', ['SEN']);
    const secretariat = await newPerson(test, ['secretariat', 'rabat']);
    const senegal = await programOf(test, await newPerson(test, ['focal-point', 'rabat', 'SEN']));
    const questions = [{ kind: 'free', text: words('What was done?') }];
    const asked = { states: ['SEN'], questions };
    const round = await newRound(await programOf(test, secretariat), 'rabat', asked);
    const [own] = await ownIn(senegal, round);
    const path = `/rounds/${round}/addressees/${own!.id}/answers`;
    const [line] = (await senegal.api('GET', path)).json<{ items: { id: string }[] }>().items;
    const answers = await twice(() => senegal.api('POST', `/round-answers/${line!.id}/entry`));
    expect(answers.every(({ status }) => status < 300 || status === 409)).toBe(true);
    const where = { mechanismId: 'rabat', reporter: 'SEN' };
    expect(await test.get(UnitOfWork).read.countBy(Entry, where)).toBe(1);
  });
});

describe('an address of the web', () => {
  it('has no NUL in it', async () => {
    const { items } = await newPlan(test, 'rcm');
    const entry = await newEntry(test, office, items[0]!, { mechanismId: 'rcm', as: 'secretariat' });
    const program = await programOf(test, office);
    const link = { title: 'A', url: 'https://example.org/a\u0000b' };
    const added = await program.api('POST', `/progress/${entry.id}/evidence`, link);
    expect([added.status, added.json()['url']]).toEqual([201, 'https://example.org/ab']);
  });
});

describe('a key for programs', () => {
  it('makes no other key, which would outlive it', async () => {
    const program = await programOf(test, office);
    const made = await program.api('POST', '/account/tokens', { label: 'for ever' });
    expect(made.status).toBe(403);
    expect(made.body).not.toContain('waymark_');
  });
});

describe('caches', () => {
  it('keep nothing of what a person reads', async () => {
    const [client, program] = [await browserOf(test, office), await programOf(test, office)];
    const answers = [
      await client.get('/progress'),
      await client.get('/nowhere'),
      await program.api('GET', '/account'),
      await program.api('GET', '/progress'),
      await program.api('GET', '/mechanisms/rcm/people'),
      await program.api('GET', '/progress/nowhere'),
    ];
    for (const { headers } of answers) expect(headers['cache-control']).toContain('no-store');
    expect((await client.get('/assets/htmx.min.js')).headers['cache-control']).toContain('max-age');
  });
});

describe('the address of a visitor', () => {
  it('is what the web server in front says, not what the visitor does', async () => {
    const behind = await startApp({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
    try {
      const email = 'ip@example.org';
      const password = 'a long walk by the river';
      await newAccount(behind, { email, passwordHash: await hashPassword(password, { email }) });
      const page = await fetch(`${behind.url}/sign-in`);
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!;
      await fetch(`${behind.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ _csrf: csrf, email, password }),
        headers: {
          cookie: page.headers.getSetCookie()[0]!.split(';')[0]!,
          origin: behind.config.publicUrl,
          'x-forwarded-for': '198.51.100.1, 203.0.113.7',
        },
      });
      const sessions = await behind.get(UnitOfWork).read.find(Session);
      expect(sessions.map(({ address }) => address)).toEqual(['203.0.113.7']);
    } finally {
      await behind.close();
    }
  });
});

describe('a database that does not answer', () => {
  it('is told of to everybody who asks, and ends nothing', async () => {
    const there = await startApp();
    const person = await newPerson(there, ['secretariat', 'rcm']);
    const [client, program] = [await browserOf(there, person), await programOf(there, person)];
    const ask = () =>
      Promise.all([client.get('/progress'), client.get('/ready'), program.api('GET', '/account')]);
    const restore = await takeDatabase(there);
    expect(statuses(await ask())).toEqual([503, 503, 503]);
    expect((await client.get('/progress')).body).toContain('The database is not responding.');
    await restore();
    expect((await client.get('/progress')).status).toBe(200);
    await there.close();
  });
});

/** Takes the database away, the way it goes in life: a server that refuses, a disk that fails. Answers the way back. */
async function takeDatabase(from: TestApp): Promise<() => Promise<void>> {
  const url = from.config.databaseUrl;
  if (url.startsWith('sqlite:')) {
    const reader = from.app.get<DataSource>(getDataSourceToken(READER));
    const whole = reader.createQueryRunner.bind(reader);
    reader.createQueryRunner = () => {
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    };
    return async () => void (reader.createQueryRunner = whole);
  }
  const server = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await server.connect();
  const name = new URL(url).pathname.slice(1);
  await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return async () => {
    await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await server.end();
  };
}

describe('evidence', () => {
  const PDF = Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n');

  it('is saved under a name that says what it is', async () => {
    const { items } = await newPlan(test, 'rcm');
    const entry = await newEntry(test, office, items[0]!, { mechanismId: 'rcm', as: 'secretariat' });
    const client = await browserOf(test, office);
    const titleOf = async (name: string) => {
      const file = { field: 'file', name, content: PDF };
      const answer = await client.upload(`/api/v1/progress/${entry.id}/evidence/files`, file);
      return answer.json<{ title: string }>().title;
    };
    expect(await titleOf('report.html')).toBe('report.html.pdf');
    expect(await titleOf('Report.PDF')).toBe('Report.PDF');
    expect(await titleOf('..\\..\\x\u202Efdp.exe')).toBe('xfdp.exe.pdf');
    expect(await titleOf('no ending')).toBe('no ending.pdf');
  });

  it('that was submitted meanwhile stays with the version', async () => {
    const { items } = await newPlan(test, 'rcm');
    const entry = await newEntry(test, office, items[0]!, { mechanismId: 'rcm', as: 'secretariat' });
    const evidence = test.get(EvidenceService);
    const { id } = await evidence.addLink(office.actor, entry.id, { title: 'A', url: 'https://example.org' });
    const results = await Promise.allSettled([
      test.get(ProgressService).submit(office.actor, entry.id),
      evidence.remove(office.actor, id),
    ]);
    const rows = await test.get(UnitOfWork).read.findBy(EntryEvidence, { evidenceId: id });
    const kept = await test.get(UnitOfWork).read.existsBy(Evidence, { id });
    // Whichever came first: it is gone and went with no version, or it is there and went with this one.
    expect([rows.map(({ number }) => number).sort(), kept, results[1].status]).toEqual(
      kept ? [[0, 1], true, 'rejected'] : [[], false, 'fulfilled'],
    );
  });
});

describe('a Word file made to do harm', () => {
  const within = (ms: number, work: () => void) => {
    // Of the processor, and not of the clock: a machine that is busy is no attack.
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(ms);
  };

  it.each([
    ['a name without end', `<${'a'.repeat(2_000_000)}`],
    ['quotes without end', '<a "'.repeat(500_000)],
    ['one long quarrel of quotes', `<a ${'"'.repeat(2_000_001)}`],
    ['attributes without end', `<a ${'b="c" '.repeat(500_000)}>`],
    ['comments without end', '<!--'.repeat(500_000)],
    ['elements without end', '<w:p><w:t>'.repeat(200_000)],
    ['ends without beginning', `${'<a>'.repeat(200)}${'</b>'.repeat(500_000)}`],
  ])('is read in no time: %s', (_, xml) => within(3_000, () => parseXml(xml)));

  it('is unpacked once, however often it names the same bytes', () => {
    const archive = Buffer.from(
      zipSync({ 'word/document.xml': [Buffer.alloc(15_000_000, 'a'), { level: 9 }] }),
    );
    const start = archive.readUInt32LE(archive.length - 6);
    const entry = archive.subarray(start, archive.length - 22);
    const end = Buffer.from(archive.subarray(archive.length - 22));
    const times = 2_000;
    end.writeUInt16LE(times, 8);
    end.writeUInt16LE(times, 10);
    end.writeUInt32LE(entry.length * times, 12);
    const bomb = Buffer.concat([archive.subarray(0, start), ...Array<Buffer>(times).fill(entry), end]);
    within(5_000, () => expect(() => parseWordForm(bomb, 'form.docx', printed)).toThrow());
  });
});
