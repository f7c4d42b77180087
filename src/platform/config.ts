import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment, splitList } from './environment.js';

/** The settings of one process. Read once, here; nothing else reads the environment. */
export interface Config {
  port: number;
  /** The address it listens at; 0.0.0.0 is all of the machine's. */
  host: string;
  /** `sqlite:<path>` or `postgres://...` */
  databaseUrl: string;
  /** `embedded`, `redis://...` or `postgres://...` */
  queueUrl: string;
  queuePrefix: string;
  /** `mailbox` (kept in the database, read at /mailbox) or `smtp://...` */
  mailUrl: string;
  mailFrom: string;
  /** Where replies go that are for no mechanism's people; null: to the administrators. */
  mailReplyTo: string | null;
  /** A mail claimed longer ago than this was claimed by a worker that died; it is sent again. */
  mailLeaseSeconds: number;
  /** How many mails are sent in a second at most, by all workers together; null is as many as the server takes. */
  mailPerSecond: number | null;
  /** Address people reach the product at; links in mail start with it. No trailing slash. */
  publicUrl: string;
  /** Addresses and ranges of the web servers in front, whose word on a visitor's address is taken. */
  trustedProxies: string[];
  /** Signs and encrypts; see `Keys`. */
  secretKey: string;
  /** Those before it: what they made is still read. */
  oldSecretKeys: string[];
  /** Absolute path of the folder for uploads and, by default, the SQLite file. */
  dataDir: string;
  /** Encrypts backups and opens them; null when none is set. */
  backupPassphrase: string | null;
  worker: 'inline' | 'separate';
  /** Whether secretariats, focal points and administrators must sign in with a second factor, everywhere. */
  requireSecondFactor: boolean;
  logLevel: string;
}

/** A Config whose key may be one that is kept in the data folder: `start/start-up.ts` reads it, or makes it. */
export type Settings = Omit<Config, 'secretKey'> & { secretKey: string | null };

/** The folder of the product, with package.json and .env. Relative paths in the environment begin here. */
export const PROJECT = projectAbove(import.meta.dirname);

function projectAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectAbove(dirname(folder));
}

export const ENVIRONMENT_FILE = join(PROJECT, '.env');

/**
 * The environment of the process, with what .env in the project's folder says where the process's own says nothing:
 * server and commands see the same, from wherever they are started.
 */
export function projectEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(ENVIRONMENT_FILE)) loadEnvFile(ENVIRONMENT_FILE);
  return process.env;
}

/**
 * Turns an environment into settings.
 * Throws an Error that names each variable that is wrong, and what it must be.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Settings {
  // An empty variable (`SECRET_KEY=` in a copied .env) means "not set".
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const env = plainToInstance(Environment, present);
  const errors = validateSync(env, { stopAtFirstError: true });
  if (errors.length > 0) {
    const lines = errors.map(({ property, constraints }) => `${property}: ${Object.values(constraints!)[0]}`);
    throw new Error(`The environment is not usable.\n${lines.join('\n')}\nSee .env.example.`);
  }
  if (env.WORKER === 'separate' && env.QUEUE_URL === 'embedded') {
    throw new Error(
      'WORKER=separate needs a queue both processes reach: set QUEUE_URL to redis://... or postgres://...',
    );
  }
  const dataDir = resolve(PROJECT, env.DATA_DIR);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: wholePath(env.DATABASE_URL ?? `sqlite:${resolve(dataDir, 'waymark.db')}`),
    queueUrl: env.QUEUE_URL,
    queuePrefix: env.QUEUE_PREFIX,
    mailUrl: env.MAIL_URL,
    mailFrom: env.MAIL_FROM,
    mailReplyTo: env.MAIL_REPLY_TO ?? null,
    mailLeaseSeconds: env.MAIL_LEASE_SECONDS,
    mailPerSecond: env.MAIL_PER_SECOND ?? null,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    trustedProxies: splitList(env.TRUSTED_PROXIES),
    secretKey: env.SECRET_KEY ?? null,
    oldSecretKeys: (env.SECRET_KEY_OLD ?? '').split(',').flatMap((key) => key.trim() || []),
    dataDir,
    backupPassphrase: env.BACKUP_PASSPHRASE ?? null,
    worker: env.WORKER,
    requireSecondFactor: env.REQUIRE_SECOND_FACTOR === 'true',
    logLevel: env.LOG_LEVEL,
  };
}

const wholePath = (url: string) =>
  url.startsWith('sqlite:') ? `sqlite:${resolve(PROJECT, url.slice('sqlite:'.length))}` : url;

/** Injection token of the Config. */
export const CONFIG = Symbol('Config');
