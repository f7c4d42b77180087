import { AuditService } from '../../src/audit/audit.service.js';
import { History } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../src/platform/errors.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { browserOf, newAdministrator, newPerson, type Person, programOf } from '../support/factories.js';

let test: TestApp;
let secretariat: Person;

interface Events {
  items: { id: string; subject: { id: string }; text: string; action: string }[];
  nextCursor: string | null;
}

beforeAll(async () => {
  test = await startApp();
  secretariat = await newPerson(test, ['secretariat', 'rabat']);
  const history = test.get(History);
  await test.get(UnitOfWork).run(async () => {
    for (let number = 0; number < 120; number += 1) {
      // Three at a time share a moment: the cursor must tell them apart.
      if (number % 3 === 0) test.clock.advance(1000);
      const change = {
        action: 'thing.done',
        subjectKind: 'thing',
        subjectId: `thing-${number}`,
        scope: 'rabat',
      };
      await history.record(secretariat.actor, { ...change, after: { number } });
    }
    const elsewhere = { action: 'thing.done', subjectKind: 'thing', subjectId: 'thing-0', scope: 'bali' };
    await history.record(secretariat.actor, elsewhere);
    await history.record(secretariat.actor, { ...elsewhere, scope: null });
  });
});
afterAll(() => test.close());

describe('the history of a mechanism', () => {
  it('is paged by cursor, newest first, each event once', async () => {
    const program = await programOf(test, secretariat);
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const answer = await program.api('GET', `/history?scope=rabat&cursor=${encodeURIComponent(cursor)}`);
      const page = answer.json<Events>();
      seen.push(...page.items.map((event) => event.subject.id));
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(Number(seen[0]!.slice(6))).toBeGreaterThanOrEqual(117);
  });

  it('is a page that leads on to older events, and says whose it is', async () => {
    const browser = await browserOf(test, secretariat);
    const first = await browser.get('/history/rabat');
    expect(first.status).toBe(200);
    expect(first.body).toContain('<bdi>Rabat Process</bdi>');
    expect(first.body).toContain('thing.done');
    const next = /class="next-page" href="([^"]+)"/.exec(first.body)![1]!;
    const second = await browser.get(next);
    expect(second.status).toBe(200);
    expect(second.body).toContain('thing.done');
  });

  it('refuses a cursor that was not made here', async () => {
    const program = await programOf(test, secretariat);
    for (const cursor of [
      'zzz',
      'MjAyNw',
      encodeURIComponent(Buffer.from('2027-01-01T00:00:00Z').toString('base64')),
    ]) {
      const answer = await program.api('GET', `/history?scope=rabat&cursor=${cursor}`);
      expect(answer.status).toBe(422);
    }
    const browser = await browserOf(test, secretariat);
    expect((await browser.get('/history/rabat?cursor=zzz')).status).toBe(422);
  });

  it('is for its secretariat only', async () => {
    const others = await newPerson(test, ['focal-point', 'rabat', 'SEN'], ['secretariat', 'bali']);
    const browser = await browserOf(test, others);
    expect((await browser.get('/history/rabat')).status).toBe(403);
    expect((await browser.get('/history/bali')).status).toBe(200);
    expect((await new Client(test).get('/history/rabat')).status).toBe(303);
    const administrator = await browserOf(test, await newAdministrator(test));
    expect((await administrator.get('/history/rabat')).status).toBe(403);
    const audit = test.get(AuditService);
    await expect(audit.in(others.actor, 'rabat', null)).rejects.toThrow(ForbiddenError);
    await expect(audit.in(others.actor, 'khartoum', null)).rejects.toThrow(NotFoundError);
  });

  it('of the installation is for administrators', async () => {
    const administrator = await programOf(test, await newAdministrator(test));
    const { items } = (await administrator.api('GET', '/history')).json<Events>();
    expect(items.map((event) => event.action)).toContain('thing.done');
    expect((await administrator.api('GET', '/history?scope=rabat')).status).toBe(404);
    const program = await programOf(test, secretariat);
    expect((await program.api('GET', '/history')).status).toBe(404);
    expect((await new Client(test, 'wrong').api('GET', '/history?scope=rabat')).status).toBe(401);
  });
});

describe('the history of one thing', () => {
  it('holds what was done to it where the actor may read history', async () => {
    const audit = test.get(AuditService);
    const events = await audit.eventsOf(secretariat.actor, 'thing', 'thing-0');
    expect(events.map((event) => event.scope)).toEqual(['rabat']);
    const { actor } = await newPerson(test, ['secretariat', 'rabat'], ['secretariat', 'bali']);
    expect(await audit.eventsOf(actor, 'thing', 'thing-0')).toHaveLength(2);
    expect(await audit.eventsOf((await newAdministrator(test)).actor, 'thing', 'thing-0')).toHaveLength(1);
  });

  it('is not found by somebody who may read none', async () => {
    const { actor } = await newPerson(test, ['reader', 'rabat']);
    await expect(test.get(AuditService).eventsOf(actor, 'thing', 'thing-0')).rejects.toThrow(NotFoundError);
  });
});
