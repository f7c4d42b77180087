import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/chain.js';
import { openWriter } from '../../src/platform/database/database.module.js';
import type { Opening } from '../../src/platform/database/up-to-date.js';
import { writerOptions } from '../../src/platform/database/data-source.js';
import type { TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { onServer } from '../support/generated.js';
import { buildProduct, freePort, type Product, type Running } from '../support/processes.js';
import { keepQueueIn } from '../support/queue.js';
import { ownFolder } from '../support/run-folder.js';

const PUBLIC_URL = 'http://localhost:3000';

/** Nothing but where they are told to be: no key, no mode, no address. */
let product: Product;
let database: TestDatabase;
beforeAll(async () => {
  product = await buildProduct({
    dotEnv: 'DATA_DIR=./kept\nLOG_LEVEL=warn\nMAIL_FROM=Office <office@example.org>\n',
  });
  database = await freshDatabase({ empty: true });
}, 120_000);
afterAll(async () => {
  await product.close();
  await database.drop();
});

describe('a first start of four processes at once, without a key', () => {
  let dataDir: string;
  let servers: { url: string; port: number; running: Running }[];
  beforeAll(async () => {
    dataDir = join(ownFolder('start'), 'data');
    // As an earlier version, or a copy, has left it.
    mkdirSync(join(dataDir, 'files/ab'), { recursive: true });
    await keepQueueIn(dataDir);
    writeFileSync(join(dataDir, 'files/ab/evidence'), 'a draft');
    for (const path of ['', 'files', 'files/ab', 'files/ab/evidence']) chmodSync(join(dataDir, path), 0o755);
    const env = { DATA_DIR: dataDir, DATABASE_URL: database.url };
    const ports = [await freePort(), await freePort()];
    servers = ports.map((port) => ({
      port,
      url: `http://127.0.0.1:${port}`,
      running: product.run('main', { ...env, PORT: String(port), PUBLIC_URL }),
    }));
    const commands = ['migrate', 'migrate'].map((name) => product.run('cli', env, [name]));
    for (const command of commands)
      expect({ ...(await command.exit), output: command.output() }).toMatchObject({
        code: 0,
        output: expect.stringContaining('up to date'),
      });
    for (const server of servers) await answers(server.running, server.url);
  }, 180_000);

  /** Whether they are noted as running from the compiled files, which other tests use besides. */
  const marked = () =>
    servers.map(({ running }) => existsSync(join(product.folder, 'dist/running', String(running.pid))));

  it('leaves all of them running, on tables that were made once', async () => {
    const tables = await inDatabase<{ name: string; count: number }>(
      `SELECT "name", count(*) AS "count" FROM "migrations" GROUP BY "name" HAVING count(*) > 1`,
    );
    expect(tables).toEqual([]);
  });

  it('has them agree on one key, which they keep to themselves', async () => {
    const [one, other] = servers.map(({ url }) => url) as [string, string];
    let at = one;
    const served = { address: async () => at, config: { publicUrl: PUBLIC_URL } };
    const browser = new Client(served as unknown as TestApp);
    await browser.get('/sign-in');
    at = other;
    // What one of them signed is good for the other: it is the password that it does not know.
    const answer = await browser.post('/sign-in', { email: 'a@example.org', password: 'wrong', next: '/' });
    expect([answer.status, answer.body.includes('name="password"')]).toEqual([422, true]);
    expect(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim()).toHaveLength(64);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('secret.key'))).toEqual(['secret.key']);
  });

  it('closes the data to other accounts of the machine, what was there before too', () => {
    const open = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .concat('')
      .map((name) => join(dataDir, name))
      .concat(
        database.url.startsWith('sqlite:')
          ? ['', '-wal', '-shm'].map((end) => database.url.slice(7) + end)
          : [],
      )
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  it('listens to this machine alone', async () => {
    const { port, running } = servers[0]!;
    expect(await reaches('127.0.0.1', port)).toBe(true);
    // All of 127.0.0.0/8 is this machine; a server that listens everywhere answers there too.
    expect(await reaches('127.0.0.2', port)).toBe(false);
    expect(running.output()).not.toContain('HTTPS');
    expect(marked()).toEqual([true, true]);
  });

  it('ends in good order', async () => {
    for (const { running } of servers)
      expect(await running.end('SIGTERM')).toEqual({ code: 0, signal: null });
    // The mark of who runs from the compiled files goes with it.
    expect(marked()).toEqual([false, false]);
  });
});

/** Their data is where .env says, a SQLite file, whatever the others run on. */
const describeOnSqlite = onServer ? describe.skip : describe;

describeOnSqlite('a command', () => {
  it('refuses where there is no data, makes none, and says where it looked', async () => {
    const elsewhere = ownFolder('elsewhere');
    const run = product.run('cli', {}, ['remind'], elsewhere);
    expect((await run.exit).code).toBe(1);
    const kept = join(product.folder, 'kept');
    expect(run.output()).toContain(`There is no data here: ${kept}`);
    expect([existsSync(kept), readdirSync(elsewhere)]).toEqual([false, []]);
  });

  it('finds what the server finds, by .env, from wherever it is started', async () => {
    const elsewhere = ownFolder('elsewhere');
    const made = product.run('cli', {}, ['migrate'], elsewhere);
    expect((await made.exit).code).toBe(0);
    const where = `Data: ${product.folder}/kept. Database: SQLite, ${product.folder}/kept/waymark.db.`;
    expect(made.output()).toContain(where);
    await keepQueueIn(join(product.folder, 'kept'));
    const run = product.run('cli', {}, ['remind'], elsewhere);
    expect((await run.exit).code).toBe(0);
    expect(run.output()).toBe(`${where}\n0 reminders found, 0 mails made.\n`);
    expect(readdirSync(elsewhere)).toEqual([]);
    // What an operator forgets is said: the file with the passwords, and the key that was made before one was chosen.
    chmodSync(join(product.folder, '.env'), 0o644);
    const SECRET_KEY = 'chosen after the first start, and long enough';
    const careless = product.run('cli', { SECRET_KEY }, ['keys', 'end', 'wish', '--key', '00000000']);
    // So is a key that made nothing: it was mistyped, and what was meant goes on.
    expect((await careless.exit).code).toBe(1);
    expect(careless.output()).toContain(`can read ${product.folder}/.env`);
    expect(careless.output()).toContain(`${product.folder}/kept/secret.key holds a key that neither`);
    expect(careless.output()).toContain('secret key not found');
    chmodSync(join(product.folder, '.env'), 0o600);
    // The environment itself is stronger than the file.
    const other = product.run('cli', { DATA_DIR: join(elsewhere, 'none') }, ['remind']);
    expect((await other.exit).code).toBe(1);
    expect(other.output()).toContain(join(elsewhere, 'none'));
  }, 120_000);

  it('never says what signs in to the database', async () => {
    const DATABASE_URL = 'postgres://somebody:hush-hush@127.0.0.1:1/waymark?password=hush-hush';
    const run = product.run('cli', { DATABASE_URL }, ['remind']);
    expect((await run.exit).code).toBe(1);
    expect(run.output()).toContain('Database: PostgreSQL, 127.0.0.1:1/waymark.');
    expect(run.output()).not.toMatch(/hush|somebody/);
  });
});

describe('a database', () => {
  const env = () => ({ DATABASE_URL: database.url, DATA_DIR: ownFolder('start') });

  it('that a newer version has brought further is left as it is', async () => {
    await inDatabase(
      `INSERT INTO "migrations" ("timestamp", "name") VALUES (1999000000000, 'Later1999000000000')`,
    );
    const before = await contents();
    const said = 'belongs to a newer version of Waymark: it has been through Later1999000000000';
    const runs = [
      product.run('main', { ...env(), PORT: String(await freePort()) }),
      product.run('cli', env(), ['remind']),
    ];
    for (const run of runs) {
      expect((await run.exit).code).toBe(1);
      expect(run.output()).toContain(said);
    }
    expect(await contents()).toEqual(before);
    await inDatabase(`DELETE FROM "migrations" WHERE "name" LIKE 'Later%'`);
  }, 120_000);

  it('that is behind, or empty, is brought up to date by no command but migrate', async () => {
    const last = await inDatabase<{ name: string; timestamp: string }>(
      'SELECT "name", "timestamp" FROM "migrations" ORDER BY "timestamp" DESC LIMIT 1',
    );
    await inDatabase(`DELETE FROM "migrations" WHERE "name" = '${last[0]!.name}'`);
    await expect(opened('as-is')).rejects.toThrow(`older than this version (${last[0]!.name} is missing)`);
    await inDatabase(
      `INSERT INTO "migrations" ("timestamp", "name") VALUES (${last[0]!.timestamp}, '${last[0]!.name}')`,
    );
    const empty = await freshDatabase({ empty: true });
    if (empty.url.startsWith('sqlite:')) writeFileSync(empty.url.slice(7), '');
    const run = product.run('cli', { ...env(), DATABASE_URL: empty.url }, ['remind']);
    expect((await run.exit).code).toBe(1);
    expect(run.output()).toContain('There is no data here');
    await empty.drop();
  }, 120_000);
});

/** As every process opens it; `as-is` is how commands do. */
const opened = (opening: Opening) => openWriter(writerOptions({ url: database.url, migrations }), opening);

async function inDatabase<Row>(sql: string): Promise<Row[]> {
  const source = await new DataSource(writerOptions({ url: database.url, migrations: [] })).initialize();
  try {
    return await source.query<Row[]>(sql);
  } finally {
    await source.destroy();
  }
}

/** The tables that there are, and the rows of those that a start would touch. */
async function contents(): Promise<string> {
  const tables = database.url.startsWith('sqlite:')
    ? `SELECT sql FROM sqlite_master ORDER BY name`
    : `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`;
  const all = [await inDatabase(tables), await inDatabase('SELECT * FROM "migrations" ORDER BY "id"')];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

async function answers(running: Running, url: string): Promise<void> {
  let ended = false;
  void running.exit.then(() => (ended = true));
  while ((await fetch(`${url}/health`).catch(() => null))?.status !== 200) {
    if (ended) throw new Error(`it ended: ${running.output()}`);
    await delay(100);
  }
}

const reaches = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
