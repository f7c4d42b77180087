import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Encrypter } from 'age-encryption';
import Sqlite from 'better-sqlite3';
import type { Settings } from '../../platform/config.js';
import { isSqlite, sqlitePath } from '../../platform/database/data-source.js';
import { keyFile } from '../../platform/start/secret-key.js';
import { demandData, ownSettings, whereIs } from '../../platform/start/start-up.js';
import { pack } from './archive.js';
import { describe, type Manifest, manifestText, productVersion } from './manifest.js';
import { passphraseFor } from './passphrase.js';

interface Options {
  to?: string[];
  passphrase?: boolean;
}

/**
 * Writes the database and the uploaded files to one archive, while the product runs or not, and prints what it holds.
 * It opens the database to read only: it creates, migrates and changes nothing. Throws an Error when there is no data,
 * when the file exists, and on PostgreSQL, which has pg_dump.
 */
export async function backup(file: string, options: Options): Promise<void> {
  const settings = ownSettings();
  console.error(whereIs(settings));
  if (!isSqlite(settings.databaseUrl))
    throw new Error(
      'This copies SQLite. For PostgreSQL see "Back it up" in the README: pg_dump and DATA_DIR.',
    );
  demandData(settings);
  const target = resolve(file);
  if (existsSync(target)) throw new Error(`${target} exists already.`);
  const encrypter = await encrypterFor(settings, options);
  const manifest = await write(target, settings, encrypter);
  console.log(manifestText(manifest));
  console.log(
    `Written to ${target}, ${encrypter ? 'encrypted' : 'NOT encrypted: whoever has it reads it all'}.`,
  );
}

async function encrypterFor(settings: Settings, { to, passphrase }: Options): Promise<Encrypter | null> {
  const encrypter = new Encrypter();
  if (to) {
    for (const recipient of to) encrypter.addRecipient(recipient);
    return encrypter;
  }
  if (!passphrase && settings.backupPassphrase === null) return null;
  encrypter.setPassphrase(await passphraseFor(settings, 2));
  return encrypter;
}

async function write(target: string, settings: Settings, encrypter: Encrypter | null): Promise<Manifest> {
  const { dataDir, databaseUrl } = settings;
  const folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'));
  const partial = `${target}.part`;
  try {
    // The database first: a file that is uploaded meanwhile is one too many, and none is missing.
    const copy = join(folder, 'waymark.db');
    copyDatabase(sqlitePath(databaseUrl), copy);
    const uploads = existsSync(join(dataDir, 'files')) ? dataDir : folder;
    if (uploads === folder) await mkdir(join(folder, 'files'));
    const manifest: Manifest = {
      product: 'waymark',
      version: productVersion(),
      madeAt: new Date().toISOString(),
      ...describe(copy, join(uploads, 'files')),
      secretKey: encrypter !== null && existsSync(keyFile(dataDir)),
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
    const parts = [
      { folder, names: ['manifest.json', 'waymark.db'] },
      { folder: uploads, names: ['files'] },
      ...(manifest.secretKey ? [{ folder: dataDir, names: ['secret.key'] }] : []),
    ];
    await pack(partial, parts, encrypter);
    await rename(partial, target);
    return manifest;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** VACUUM INTO takes a consistent copy, whoever writes meanwhile. */
function copyDatabase(from: string, to: string): void {
  const database = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}
