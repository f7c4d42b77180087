import { existsSync, mkdirSync, statSync } from 'node:fs';
import { type Config, ENVIRONMENT_FILE, projectEnvironment, readConfig, type Settings } from '../config.js';
import { isSqlite, sqlitePath } from '../database/data-source.js';
import { keyFile, keyIn } from './secret-key.js';
import { markRunning } from './running-mark.js';
import { tighten } from './tighten.js';

export interface Start {
  config: Config;
  /** Which data it works on. */
  where: string;
  /** What whoever runs it should mend. */
  warnings: string[];
}

/** The settings of this process, which from now on writes nothing that other accounts of the machine can read. */
export function ownSettings(): Settings {
  process.umask(0o077);
  return readConfig(projectEnvironment());
}

/**
 * What every process of the product does before anything else: reads the environment, keeps what it writes from other
 * accounts of the machine, and finds its data and its key.
 * Throws an Error when the environment is wrong, and, unless it `creates`, when the data is not there.
 */
export function startUp({ creates }: { creates: boolean }): Start {
  const settings = ownSettings();
  if (!creates) demandData(settings);
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const config = { ...settings, secretKey: settings.secretKey ?? keyIn(settings.dataDir) };
  const open = tighten(config.dataDir, isSqlite(config.databaseUrl) ? sqlitePath(config.databaseUrl) : null);
  markRunning();
  return { config, where: whereIs(config), warnings: warningsOf(config, open) };
}

/** The data folder and the database, without what signs in to it. */
export function whereIs({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): string {
  return `Data: ${dataDir}. Database: ${databaseName(databaseUrl)}.`;
}

function databaseName(url: string): string {
  if (isSqlite(url)) return `SQLite, ${sqlitePath(url)}`;
  const { host, pathname } = new URL(url);
  return `PostgreSQL, ${host}${pathname}`;
}

/** Throws an Error that says where it looked when the data is not there. */
export function demandData(settings: Settings): void {
  const { databaseUrl, dataDir } = settings;
  const needed = isSqlite(databaseUrl) ? sqlitePath(databaseUrl) : dataDir;
  if (existsSync(needed)) return;
  throw new Error(
    `There is no data here: ${needed} does not exist.\n${whereIs(settings)}\n` +
      'Is this the right DATA_DIR, and the right .env? The first start of the server makes the data, and so does the command migrate.',
  );
}

function warningsOf(config: Config, open: string[]): string[] {
  const { publicUrl, mailUrl } = config;
  const { protocol, hostname } = new URL(publicUrl);
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...open.map(
      (path) => `Other accounts of this machine can reach ${path}, and it could not be closed to them.`,
    ),
    ...(isReadByAll(ENVIRONMENT_FILE)
      ? [`Every account of this machine can read ${ENVIRONMENT_FILE}, with the passwords in it: chmod o-rwx.`]
      : []),
    ...(isKeyLeftOut(config)
      ? [
          `${keyFile(config.dataDir)} holds a key that neither SECRET_KEY nor SECRET_KEY_OLD does: authenticator apps and links made by it do not work. List it in SECRET_KEY_OLD, or take the file away.`,
        ]
      : []),
    ...(protocol === 'http:' && !near
      ? ['PUBLIC_URL is without HTTPS: passwords and links can be read on the way.']
      : []),
    ...(mailUrl === 'mailbox' && !near
      ? ['MAIL_URL is mailbox: no mail leaves, and administrators can read all of them.']
      : []),
  ];
}

/** It is the operator's own file, which a group may have to read: nobody but them changes its rights. */
function isReadByAll(file: string): boolean {
  return existsSync(file) && (statSync(file).mode & 0o007) !== 0;
}

/** Whether the key that was made at the first start was forgotten as another one was chosen. */
function isKeyLeftOut({ dataDir, secretKey, oldSecretKeys }: Config): boolean {
  return existsSync(keyFile(dataDir)) && ![secretKey, ...oldSecretKeys].includes(keyIn(dataDir));
}
