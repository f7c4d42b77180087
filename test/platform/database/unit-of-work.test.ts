import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { SignInFailures } from '../../../src/accounts/credential.entity.js';
import { sqlitePath } from '../../../src/platform/database/data-source.js';
import { asOneRequest } from '../../../src/platform/database/request-memory.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { startApp, type TestApp } from '../../support/app.js';

let test: TestApp;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  test = await startApp();
  unitOfWork = test.get(UnitOfWork);
});
afterAll(() => test.close());

const row = (id: string = randomUUID()) => ({ id, count: 0, windowEndsAt: new Date() });
const exists = (id: string) => unitOfWork.read.existsBy(SignInFailures, { id });

describe('the unit of work', () => {
  it('keeps one request’s write when another, running at the same time, fails', async () => {
    const kept = row();
    const lost = row();
    const failing = unitOfWork.run(async (manager) => {
      await manager.insert(SignInFailures, lost);
      await pause(50);
      throw new Error('this one fails');
    });
    const succeeding = unitOfWork.run(async (manager) => {
      await manager.insert(SignInFailures, kept);
    });
    await expect(failing).rejects.toThrow('this one fails');
    await succeeding;
    expect([await exists(kept.id), await exists(lost.id)]).toEqual([true, false]);
  });

  it('holds for many at once, half of which fail', async () => {
    const rows = Array.from({ length: 60 }, () => row());
    const results = await Promise.allSettled(
      rows.map((one, index) =>
        unitOfWork.run(async (manager) => {
          await manager.insert(SignInFailures, one);
          await pause(index % 3);
          if (index % 2 === 1) throw new Error('fails');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(30);
    expect(await Promise.all(rows.map(({ id }) => exists(id)))).toEqual(
      rows.map((_, index) => index % 2 === 0),
    );
  });

  it('does not show a read outside what is not committed', async () => {
    const one = row();
    await unitOfWork.run(async (manager) => {
      await manager.insert(SignInFailures, one);
      expect(await exists(one.id)).toBe(true);
      // Outside this asynchronous context, as another request is.
      const seen = await new Promise<boolean>((resolve, reject) =>
        outside(() => void exists(one.id).then(resolve, reject)),
      );
      expect(seen).toBe(false);
    });
    expect(await exists(one.id)).toBe(true);
  });

  it('joins a unit of work that is open, and rolls both back together', async () => {
    const [outer, inner] = [row(), row()];
    const failing = unitOfWork.run(async (manager) => {
      await manager.insert(SignInFailures, outer);
      await unitOfWork.run((same) => same.insert(SignInFailures, inner));
      throw new Error('fails after the inner one');
    });
    await expect(failing).rejects.toThrow();
    expect([await exists(outer.id), await exists(inner.id)]).toEqual([false, false]);
  });

  it('runs what comes after the commit only after it, and not when it fails', async () => {
    const order: string[] = [];
    const one = row();
    await unitOfWork.run(async (manager) => {
      unitOfWork.afterCommit(async () => order.push((await exists(one.id)) ? 'after' : 'too early'));
      await manager.insert(SignInFailures, one);
      order.push('work');
    });
    await unitOfWork
      .run(async () => {
        unitOfWork.afterCommit(() => order.push('never'));
        throw new Error('fails');
      })
      .catch(() => undefined);
    expect(order).toEqual(['work', 'after']);
  });

  it('keeps nobody’s write, and says so, when a full disk makes SQLite undo a commit that several share', async () => {
    if (!unitOfWork.sqlite) return; // PostgreSQL gives each a transaction of its own.
    const writer = test.get(DataSource);
    const [{ page_count: pages }] = await writer.query<[{ page_count: number }]>('PRAGMA page_count');
    await writer.query(`PRAGMA max_page_count = ${pages + 20}`);
    const [before, tooLarge, after] = [row(), row('x'.repeat(1_000_000)), row()];
    const results = await Promise.allSettled(
      [before, tooLarge, after].map((one) =>
        unitOfWork.run((manager) => manager.insert(SignInFailures, one)),
      ),
    );
    await writer.query('PRAGMA max_page_count = 4294967294');
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(
      Array(3).fill(expect.stringContaining('disk is full')),
    );
    expect([await exists(before.id), await exists(after.id)]).toEqual([false, false]);
    await unitOfWork.run((manager) => manager.insert(SignInFailures, after));
    expect(await exists(after.id)).toBe(true);
  });

  it('stops nobody while another process writes to SQLite', async () => {
    if (!unitOfWork.sqlite) return;
    const other = new Database(sqlitePath(test.config.databaseUrl));
    other.exec('BEGIN IMMEDIATE');
    const one = row();
    const written = unitOfWork.run((manager) => manager.insert(SignInFailures, one));
    const since = Date.now();
    await pause(50);
    expect(Date.now() - since).toBeLessThan(1_000);
    expect(await exists(one.id)).toBe(false);
    other.exec('COMMIT');
    other.close();
    await written;
    expect(await exists(one.id)).toBe(true);
  });

  it('refuses a write outside of it on SQLite, instead of losing it', async () => {
    if (!unitOfWork.sqlite) return; // PostgreSQL gives every write a transaction of its own.
    await expect(unitOfWork.read.insert(SignInFailures, row())).rejects.toThrow(/readonly/);
  });
});

/** Runs outside the caller's asynchronous context: a timer made before any unit of work was opened. */
const tasks: (() => void)[] = [];
const ticking = setInterval(() => tasks.splice(0).forEach((task) => task()), 5);
const outside = (task: () => void) => void tasks.push(task);
afterAll(() => clearInterval(ticking));

describe('what a request has read', () => {
  const counted = (id: string) => {
    const reads = { count: 0 };
    const load = () => {
      reads.count += 1;
      return unitOfWork.read.findOneBy(SignInFailures, { id });
    };
    return { reads, read: () => unitOfWork.remember(`failures ${id}`, load) };
  };

  it('is read once, also by two who ask at the same time, and anew by the next request', async () => {
    const one = row();
    await unitOfWork.run((manager) => manager.insert(SignInFailures, one));
    const { reads, read } = counted(one.id);
    await asOneRequest(async () => {
      const [first, second] = await Promise.all([read(), read()]);
      expect(first?.id).toBe(one.id);
      expect(second).toBe(first);
    });
    expect(reads.count).toBe(1);
    await asOneRequest(read);
    expect(reads.count).toBe(2);
  });

  it('is read anew after each change, and in one, and where there is no request', async () => {
    const one = row();
    await unitOfWork.run((manager) => manager.insert(SignInFailures, one));
    const { reads, read } = counted(one.id);
    await asOneRequest(async () => {
      await read();
      await unitOfWork.run(async (manager) => {
        await manager.update(SignInFailures, { id: one.id }, { count: 1 });
        expect((await read())?.count).toBe(1);
        await manager.update(SignInFailures, { id: one.id }, { count: 2 });
        expect((await read())?.count).toBe(2);
      });
      expect((await read())?.count).toBe(2);
      // What it fails on may be what another request changed.
      const failing = unitOfWork.run(async (manager) => manager.insert(SignInFailures, one));
      await expect(failing).rejects.toThrow();
      await read();
    });
    await read();
    await read();
    expect(reads.count).toBe(7);
  });

  it('is read anew after a change that failed: somebody else was quicker', async () => {
    const one = row();
    const { read } = counted(one.id);
    const insert = () => unitOfWork.run((manager) => manager.insert(SignInFailures, one));
    await asOneRequest(async () => {
      expect(await read()).toBeNull();
      await asOneRequest(insert);
      expect(await read()).toBeNull();
      await expect(insert()).rejects.toThrow();
      expect((await read())?.id).toBe(one.id);
    });
  });
});

it('gives a statement that comes often a name on PostgreSQL, and one that comes once none', async () => {
  if (unitOfWork.sqlite) return;
  const often = `SELECT "id" FROM "sign_in_failures" WHERE "id" = $1 AND 'often' <> ''`;
  const once = `SELECT "id" FROM "sign_in_failures" WHERE "id" = $1 AND 'once' <> ''`;
  // The names of a process are so many: this client begins anew.
  const module = new URL('../../../src/platform/database/named-statements.ts', import.meta.url).href;
  const { NamingClient } = (await import(
    `${module}?own`
  )) as typeof import('../../../src/platform/database/named-statements.js');
  const client = new NamingClient({ connectionString: process.env.DATABASE_URL });
  const query = client.query.bind(client) as unknown as (
    text: string,
    values: unknown[],
  ) => Promise<{ rows: unknown[] }>;
  await client.connect();
  await query('CREATE TEMPORARY TABLE "sign_in_failures" ("id" varchar)', []);
  for (let time = 0; time < 4; time += 1) await query(often, [randomUUID()]);
  await query(once, [randomUUID()]);
  const { rows } = await query(
    'SELECT "statement" FROM pg_prepared_statements WHERE "statement" IN ($1, $2)',
    [often, once],
  );
  await client.end();
  expect(rows).toEqual([{ statement: often }]);
});
