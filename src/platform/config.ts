import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment } from './environment.js';

/** The settings of one process. Read once, here; nothing else reads the environment. */
export interface Config {
  production: boolean;
  port: number;
  /** `sqlite:<path>` or `postgres://...` */
  databaseUrl: string;
  /** `embedded`, `redis://...` or `postgres://...` */
  queueUrl: string;
  queuePrefix: string;
  /** `mailbox` (kept in the database, read at /mailbox) or `smtp://...` */
  mailUrl: string;
  mailFrom: string;
  /** A mail claimed longer ago than this was claimed by a worker that died; it is sent again. */
  mailLeaseSeconds: number;
  /** How many mails are sent in a second at most, by all workers together; null is as many as the server takes. */
  mailPerSecond: number | null;
  /** Address people reach the product at; links in mail start with it. No trailing slash. */
  publicUrl: string;
  /** Web servers in front: how many of the last addresses in X-Forwarded-For come from them and not from the visitor. */
  proxies: number;
  /** Signs and encrypts; see `Keys`. */
  secretKey: string;
  /** Those before it: what they made is still read. */
  oldSecretKeys: string[];
  /** Absolute path of the folder for uploads and, by default, the SQLite file. */
  dataDir: string;
  worker: 'inline' | 'separate';
  logLevel: string;
}

const DEVELOPMENT_KEY = 'development-only-key-development-only';

/**
 * Turns an environment into settings.
 * Throws an Error that names each variable that is wrong, and what it must be.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable (`SECRET_KEY=` in a copied .env) means "not set".
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const env = plainToInstance(Environment, present);
  const errors = validateSync(env, { stopAtFirstError: true });
  if (errors.length > 0) {
    const lines = errors.map(({ property, constraints }) => `${property}: ${Object.values(constraints!)[0]}`);
    throw new Error(`The environment is not usable.\n${lines.join('\n')}\nSee .env.example.`);
  }
  const production = env.NODE_ENV === 'production';
  if (production && !env.SECRET_KEY) {
    throw new Error('SECRET_KEY is required in production (32 characters or more). See .env.example.');
  }
  if (env.WORKER === 'separate' && env.QUEUE_URL === 'embedded') {
    throw new Error(
      'WORKER=separate needs a queue both processes reach: set QUEUE_URL to redis://... or postgres://...',
    );
  }
  const dataDir = resolve(env.DATA_DIR);
  return {
    production,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${resolve(dataDir, 'waymark.db')}`,
    queueUrl: env.QUEUE_URL,
    queuePrefix: env.QUEUE_PREFIX,
    mailUrl: env.MAIL_URL,
    mailFrom: env.MAIL_FROM,
    mailLeaseSeconds: env.MAIL_LEASE_SECONDS,
    mailPerSecond: env.MAIL_PER_SECOND ?? null,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    proxies: env.PROXIES ?? (production ? 1 : 0),
    secretKey: env.SECRET_KEY ?? DEVELOPMENT_KEY,
    oldSecretKeys: (env.SECRET_KEY_OLD ?? '').split(',').flatMap((key) => key.trim() || []),
    dataDir,
    worker: env.WORKER,
    logLevel: env.LOG_LEVEL,
  };
}

/** Injection token of the Config. */
export const CONFIG = Symbol('Config');
