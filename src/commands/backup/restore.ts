import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Decrypter } from 'age-encryption';
import Sqlite from 'better-sqlite3';
import { migrations } from '../../../migrations/chain.js';
import type { Settings } from '../../platform/config.js';
import { isSqlite, sqlitePath } from '../../platform/database/data-source.js';
import { ownSettings, whereIs } from '../../platform/start/start-up.js';
import { unpack } from './archive.js';
import { describe, type Manifest, manifestText } from './manifest.js';
import { passphraseFor } from './passphrase.js';

interface Options {
  identity?: string;
  check?: boolean;
}

const PARTS = ['manifest.json', 'waymark.db', 'files', 'secret.key'];

const WITHOUT_KEY =
  'The key is not in this backup. Put secret.key (or SECRET_KEY) back before the first start: with a new one, links that were mailed end.';

/**
 * Puts a backup into an empty data folder, once it is seen to hold what it says it holds. With `check` it only looks.
 * Throws an Error, and leaves nothing behind, when it is not whole, cannot be opened, is of a newer version, or would
 * replace data.
 */
export async function restore(file: string, { identity, check = false }: Options): Promise<void> {
  const settings = ownSettings();
  if (!check) {
    console.error(whereIs(settings));
    demandRoom(settings);
    await mkdir(settings.dataDir, { recursive: true, mode: 0o700 });
  }
  const folder = await mkdtemp(join(check ? tmpdir() : settings.dataDir, 'restore-'));
  try {
    await unpack(resolve(file), folder, () => decrypterFor(settings, identity));
    const manifest = await demandWhole(folder);
    console.log(manifestText(manifest));
    if (!check) await moveIn(folder, settings);
    if (!manifest.secretKey && settings.secretKey === null) console.log(WITHOUT_KEY);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(check ? 'The backup is whole. Nothing was changed.' : 'Restored. The server can be started.');
}

async function decrypterFor(settings: Settings, identity: string | undefined): Promise<Decrypter> {
  const decrypter = new Decrypter();
  if (identity === undefined) {
    decrypter.addPassphrase(await passphraseFor(settings, 1));
    return decrypter;
  }
  const lines = (await readFile(identity, 'utf8')).split('\n').map((line) => line.trim());
  for (const line of lines) if (line && !line.startsWith('#')) decrypter.addIdentity(line);
  return decrypter;
}

function demandRoom({ databaseUrl, dataDir }: Settings): void {
  if (!isSqlite(databaseUrl))
    throw new Error(
      'This restores SQLite. For PostgreSQL see "Back it up" in the README: pg_restore and DATA_DIR.',
    );
  const kept = [...PARTS.map((name) => join(dataDir, name)), sqlitePath(databaseUrl)];
  const there = kept.find((path) => existsSync(path));
  if (there) throw new Error(`${there} is there already. A backup is restored into an empty DATA_DIR.`);
}

async function demandWhole(folder: string): Promise<Manifest> {
  const names = await readdir(folder);
  const missing = PARTS.slice(0, 3).find((name) => !names.includes(name));
  const strange = names.find((name) => !PARTS.includes(name));
  if (missing || strange)
    throw new Error(
      `This is no backup of Waymark: ${missing ?? strange} is ${missing ? 'missing' : 'in it'}.`,
    );
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const known = migrations.map(({ name }) => name);
  const unknown = manifest.migrations.find((name) => !known.includes(name));
  if (unknown)
    throw new Error(`This backup is of a newer version (${manifest.version}): ${unknown} is not known here.`);
  const database = new Sqlite(join(folder, 'waymark.db'), { readonly: true });
  const state = database.pragma('integrity_check', { simple: true });
  database.close();
  const found = describe(join(folder, 'waymark.db'), join(folder, 'files'));
  const { migrations: steps, rows, files } = manifest;
  if (state !== 'ok' || JSON.stringify(found) !== JSON.stringify({ migrations: steps, rows, files }))
    throw new Error('The backup does not hold what it says it holds. Take another one.');
  return manifest;
}

/** The database last: without it nothing starts on half of a backup. */
async function moveIn(folder: string, { dataDir, databaseUrl }: Settings): Promise<void> {
  await rename(join(folder, 'files'), join(dataDir, 'files'));
  const key = join(folder, 'secret.key');
  if (existsSync(key)) await rename(key, join(dataDir, 'secret.key'));
  await rename(join(folder, 'waymark.db'), sqlitePath(databaseUrl));
}
