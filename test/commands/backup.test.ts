import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import Sqlite from 'better-sqlite3';
import { FileStore } from '../../src/platform/files/file-store.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Account } from '../../src/accounts/account.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson } from '../support/factories.js';
import { buildProduct, type Product } from '../support/processes.js';
import { ownFolder } from '../support/run-folder.js';

const PASSPHRASE = 'a long walk by the river';
const NARRATIVE = 'What a delegation keeps to itself';

let test: TestApp;
let product: Product;
let folder: string;
let file: string;
beforeAll(async () => {
  test = await startApp();
  product = await buildProduct();
  folder = ownFolder('backups');
  await newPerson(test, ['secretariat', 'rabat']);
  const rules = { field: 'file', maxBytes: 1_000_000, allowed: new Set(['text/plain']), name: 'a.txt' };
  ({ key: file } = await test.get(FileStore).put(Readable.from([NARRATIVE]), rules));
  writeFileSync(join(test.config.dataDir, 'secret.key'), 'k'.repeat(64));
}, 120_000);
afterAll(async () => {
  await product.close();
  await test.close();
});

async function run(args: string[], env: Record<string, string> = {}) {
  const { databaseUrl, dataDir } = test.config;
  const command = product.run('cli', { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...env }, args);
  const { code } = await command.exit;
  return { code, output: command.output() };
}

const sqlite = !process.env.DATABASE_URL?.startsWith('postgres');
/** PostgreSQL has pg_dump: the README says how. */
const describeSqlite = sqlite ? describe : describe.skip;

if (!sqlite)
  it('refuses to copy PostgreSQL, and names what does', async () => {
    const { code, output } = await run(['backup', join(folder, 'no.tar.gz')]);
    expect([code, output.includes('pg_dump')]).toEqual([1, true]);
  });

describeSqlite('a backup (SQLite; PostgreSQL has pg_dump)', () => {
  let identityFile: string;
  let recipient: string;
  /** How the last one came back, and where to. */
  let last: { there: Record<string, string>; restore: string[] };
  beforeAll(async () => {
    const identity = await generateIdentity();
    recipient = await identityToRecipient(identity);
    identityFile = join(folder, 'identity.txt');
    writeFileSync(identityFile, `# made for a test\n${identity}\n`);
  });

  it('is made beside a running server, says what it holds, and changes nothing', async () => {
    const path = test.config.databaseUrl.slice('sqlite:'.length);
    const state = () => ({
      database: createHash('sha256').update(readFileSync(path)).digest('hex'),
      folder: readdirSync(test.config.dataDir, { recursive: true }).sort(),
    });
    const before = state();
    const { code, output } = await run(['backup', join(folder, 'plain.tar.gz')]);
    expect(code).toBe(0);
    expect(state()).toEqual(before);
    expect(output).toContain('1 files. The key of the installation is not in it.');
    expect(output).toMatch(/\n {2}account: 1\n/);
    expect(output).toContain('NOT encrypted');
    expect(statSync(join(folder, 'plain.tar.gz')).mode & 0o777).toBe(0o600);
    const again = await run(['backup', join(folder, 'plain.tar.gz')]);
    expect([again.code, again.output.includes('exists already')]).toEqual([1, true]);
  });

  it('makes no database where there is none', async () => {
    const none = join(ownFolder('none'), 'data');
    const target = join(folder, 'none.tar.gz');
    const { code, output } = await run(['backup', target], {
      DATA_DIR: none,
      DATABASE_URL: `sqlite:${none}/waymark.db`,
    });
    expect([code, output.includes(`There is no data here: ${none}/waymark.db`)]).toEqual([1, true]);
    expect([existsSync(none), existsSync(target)]).toEqual([false, false]);
  });

  it.each(['plain', 'recipient', 'passphrase'])(
    'comes back as it was (%s)',
    async (kind) => {
      const backup = join(folder, kind === 'plain' ? 'plain.tar.gz' : `${kind}.tar.gz.age`);
      const open = kind === 'recipient' ? ['--identity', identityFile] : [];
      const env: Record<string, string> = kind === 'passphrase' ? { BACKUP_PASSPHRASE: PASSPHRASE } : {};
      if (kind !== 'plain') {
        const made = await run(['backup', backup, ...(kind === 'recipient' ? ['--to', recipient] : [])], env);
        expect(made.output).toContain('encrypted.\n');
        expect(made.output).toContain('The key of the installation is in it.');
        expect(readFileSync(backup, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
      }
      const dataDir = join(ownFolder('restored'), 'data');
      const there: Record<string, string> = { ...env, DATA_DIR: dataDir, DATABASE_URL: '' };
      const restored = await run(['restore', backup, ...open], there);
      expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('Restored.')]);
      expect(readdirSync(dataDir).sort()).toEqual(
        kind === 'plain' ? ['files', 'waymark.db'] : ['files', 'secret.key', 'waymark.db'],
      );
      const modes = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
        .concat('')
        .map((name) => statSync(join(dataDir, name)).mode & 0o077);
      expect(new Set(modes)).toEqual(new Set([0]));

      const back = new Sqlite(join(dataDir, 'waymark.db'), { readonly: true });
      const rows = (of: Sqlite.Database) => of.prepare('SELECT * FROM "account" ORDER BY "id"').all();
      const before = new Sqlite(test.config.databaseUrl.slice('sqlite:'.length), { readonly: true });
      expect(rows(back)).toEqual(rows(before));
      for (const database of [back, before]) database.close();
      const kept = readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' })
        .map((name) => join(dataDir, 'files', name))
        .filter((path) => statSync(path).isFile());
      expect(kept.map((path) => readFileSync(path, 'utf8'))).toEqual([NARRATIVE]);
      last = { there, restore: ['restore', backup, ...open] };
    },
    60_000,
  );

  it('is served once it is back, and nothing replaces it', async () => {
    const { there, restore } = last;
    const dataDir = there.DATA_DIR!;
    const back = await startApp({
      env: { DATABASE_URL: `sqlite:${dataDir}/waymark.db`, DATA_DIR: dataDir },
    });
    const accounts = (of: TestApp) => of.get(UnitOfWork).read.find(Account, { order: { id: 'ASC' } });
    expect(await accounts(back)).toEqual(await accounts(test));
    const text = (await (await back.get(FileStore).open(file)).toArray()).join('');
    expect(text).toBe(NARRATIVE);
    const again = await run(restore, there);
    expect([again.code, again.output.includes('is there already')]).toEqual([1, true]);
    await back.close();
  });

  it('is opened by nobody else, and nothing is left of the attempt', async () => {
    const dataDir = join(ownFolder('locked'), 'data');
    const backup = join(folder, 'passphrase.tar.gz.age');
    const { code, output } = await run(['restore', backup], {
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      BACKUP_PASSPHRASE: 'another walk by the river',
    });
    expect([code, output.includes('cannot be opened')]).toEqual([1, true]);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('that does not hold what it says is refused, by a look alone too', async () => {
    const changed = ownFolder('changed');
    execFileSync('tar', ['-xzf', join(folder, 'plain.tar.gz'), '-C', changed]);
    const check = () => {
      const backup = join(ownFolder('packed'), 'changed.tar.gz');
      execFileSync('tar', ['-czf', backup, '-C', changed, ...readdirSync(changed)]);
      return run(['restore', '--check', backup]);
    };
    expect(await check()).toMatchObject({ code: 0, output: expect.stringContaining('The backup is whole.') });
    const manifest = JSON.parse(readFileSync(join(changed, 'manifest.json'), 'utf8')) as { files: number };
    writeFileSync(join(changed, 'manifest.json'), JSON.stringify({ ...manifest, files: 2 }));
    expect(await check()).toMatchObject({
      code: 1,
      output: expect.stringContaining('does not hold what it says'),
    });
    execFileSync('ln', ['-s', '/etc/passwd', join(changed, 'files', 'link')]);
    expect(await check()).toMatchObject({
      code: 1,
      output: expect.stringContaining('a link does not belong'),
    });
  }, 60_000);
});
