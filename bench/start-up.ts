import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { PlanItem } from '../src/plans/plan/plan.entity.js';
import type { BenchApp } from './support/app.js';
import { besideLimit, type Figure, median, rawLimit } from './support/figure.js';
import { type Started, startProcess } from './support/process.js';
import type { Seed } from './support/seed.js';

const PRODUCT = fileURLToPath(new URL('../src/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./support/bare-server.js', import.meta.url));
const STARTS = 5;
const IDLE_MS = 10_000;
const PAGES = 20;

/**
 * A fresh process of the product, with the embedded queue: how long until it answers its first page, and the memory it
 * keeps. Beside a process of the same libraries (Nest, Fastify, TypeORM, SQLite) with one route.
 */
export async function startUp(app: BenchApp, { itemIds, cookie }: Seed): Promise<Figure[]> {
  const empty = mkdtempSync(join(app.config.dataDir, 'empty-'));
  const filled = environment(app, app.config.dataDir, app.config.databaseUrl);
  const { planId } = await app.get(UnitOfWork).read.findOneByOrFail(PlanItem, { id: itemIds[0]! });
  const paths = itemIds.slice(0, PAGES).map((id) => `/items/${id}`);
  try {
    const first = await firstPage(PRODUCT, environment(app, empty, `sqlite:${join(empty, 'waymark.db')}`));
    // The first of the product in this folder makes what the others begin with: it is not counted.
    await firstPage(PRODUCT, filled, '/ready');
    const taken: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < STARTS; round += 1) {
      bare.push(await firstPage(BARE, filled));
      taken.push(await firstPage(PRODUCT, filled));
    }
    const bareMemory = await memoryOf(BARE, filled, ['/sign-in']);
    const memory = await memoryOf(PRODUCT, filled, [...paths, `/plans/${planId}/export.docx`], cookie);
    const limits = {
      start: rawLimit('a bare server, start to first page', median(bare), 'ms'),
      idle: rawLimit('a bare server, idle', bareMemory.idle, 'MB'),
    };
    return [
      besideLimit('start to first page', median(taken), limits.start),
      besideLimit('start to first page, no data yet', first, limits.start),
      limits.start,
      besideLimit(`memory, ${IDLE_MS / 1000} s idle`, memory.idle, limits.idle),
      besideLimit(`memory, after ${PAGES} pages and a document`, memory.used, limits.idle),
      limits.idle,
    ];
  } finally {
    rmSync(empty, { recursive: true });
  }
}

function environment({ config }: BenchApp, dataDir: string, databaseUrl: string): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    QUEUE_URL: 'embedded',
    SECRET_KEY: config.secretKey,
    PUBLIC_URL: config.publicUrl,
    LOG_LEVEL: 'silent',
  };
}

/** Milliseconds from the start of a process to its answer to `path`. */
async function firstPage(program: string, env: Record<string, string>, path = '/sign-in'): Promise<number> {
  const started = await startProcess(program, env);
  await started.answers(path);
  const taken = performance.now() - started.since;
  await started.end();
  return taken;
}

/** Megabytes in memory when a process has had nothing to do for a while, and a while after it answered `paths`. */
async function memoryOf(program: string, env: Record<string, string>, paths: string[], cookie = '') {
  const started = await startProcess(program, env);
  try {
    await started.answers('/ready');
    const idle = await rested(started);
    for (const path of paths) {
      const answer = await fetch(started.url + path, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    }
    return { idle, used: await rested(started) };
  } finally {
    await started.end();
  }
}

async function rested(started: Started): Promise<number> {
  await delay(IDLE_MS);
  return started.megabytes();
}
