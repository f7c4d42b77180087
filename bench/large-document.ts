import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { Submission } from '../src/reviews/submissions/submission.entity.js';
import { type BenchApp, startApp } from './support/app.js';
import { inChild } from './support/child.js';
import type { Compile, Compiled } from './support/compile-document.js';
import { besideLimit, type Figure, percentile, rawLimit } from './support/figure.js';
import { type Started, startProcess } from './support/process.js';
import { newDocument, programOf } from './support/program.js';
import { seedReports } from './support/seed-reports.js';
import type { Steady } from './support/steady-requests.js';

const PRODUCT = fileURLToPath(new URL('../src/main.js', import.meta.url));
/** What the largest mechanism reported in one cycle, and twelve times that. */
const SIZES = [329, 3_948] as const;
/** `/health` is asked for so often. */
const EVERY_MS = 20;
const IDLE_MS = 10_000;
const LOOK_MS = 100;
const WITHIN_MS = 900_000;

/** What is held in memory while a document of so many is compiled. */
const COMPILED = [2_000, 20_000] as const;

const PHASES = ['compiling', 'Word', 'PDF'] as const;
type Phase = (typeof PHASES)[number];

interface Taken {
  seconds: number;
  /** Milliseconds of each answer of `/health` meanwhile. */
  health: number[];
}
interface Measured {
  idle: number[];
  phases: Record<Phase, Taken>;
  /** Of memory, at most: of the process that serves, and with those it started. */
  serving: number;
  family: number;
}

/**
 * A document of so many reports compiled, and made as Word and PDF, by a fresh process as `npm start` runs it, with the
 * worker inside and the embedded queue. What others wait meanwhile, beside what they wait when it is idle; and its memory,
 * beside that for fewer reports.
 */
export async function largeDocument(): Promise<Figure[]> {
  const [few, many] = [await measured(SIZES[0]), await measured(SIZES[1])];
  const health = rawLimit('/health, idle, p95', percentile(many.idle, 0.95), 'ms');
  const memory = (name: string, of: (one: Measured) => number) => {
    const limit = rawLimit(`memory at most, ${SIZES[0]} reports, ${name}`, of(few), 'MB');
    return [besideLimit(`memory at most, ${SIZES[1]} reports, ${name}`, of(many), limit), limit];
  };
  return [
    ...PHASES.flatMap((phase) => {
      const { seconds, health: taken } = many.phases[phase];
      const name = phase === 'compiling' ? phase : `a ${phase} file is made`;
      return [
        besideLimit(`/health while ${name}, ${SIZES[1]} reports, p95`, percentile(taken, 0.95), health),
        rawLimit(`${phase}, ${SIZES[1]} reports`, seconds, 's'),
      ];
    }),
    health,
    ...memory('serving process', ({ serving }) => serving),
    ...memory('all its processes', ({ family }) => family),
  ];
}

/** A document compiled alone in a process: what of its memory is in use at most, and for ten times the reports. */
export async function compileMemory(): Promise<Figure[]> {
  const [few, many] = [await compiledAlone(COMPILED[0]), await compiledAlone(COMPILED[1])];
  const limit = rawLimit(`heap in use at most, ${COMPILED[0]} reports compiled`, few.megabytes, 'MB');
  return [
    besideLimit(`heap in use at most, ${COMPILED[1]} reports compiled`, many.megabytes, limit),
    limit,
    rawLimit(`compiling, ${COMPILED[0]} reports`, few.seconds, 's'),
    rawLimit(`compiling, ${COMPILED[1]} reports`, many.seconds, 's'),
  ];
}

async function compiledAlone(entries: number): Promise<Compiled> {
  const app = await startApp({ mailUrl: 'mailbox' });
  try {
    const { token } = await seedReports(app, entries);
    await app.tidy();
    const id = await newDocument(programOf(app.url, token));
    return await inChild<Compile, Compiled>('./compile-document.js', { config: app.config, id });
  } finally {
    await app.close();
  }
}

async function measured(entries: number): Promise<Measured> {
  const app = await startApp({ mailUrl: 'mailbox' });
  let started: Started | undefined;
  try {
    // The process has the clock of the machine.
    app.clock.moveTo(new Date());
    const { token } = await seedReports(app, entries);
    await app.tidy();
    const { dataDir, databaseUrl, secretKey } = app.config;
    started = await startProcess(PRODUCT, {
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      QUEUE_URL: 'embedded',
      SECRET_KEY: secretKey,
      LOG_LEVEL: 'error',
    });
    await started.answers('/ready');
    return await byProduct(app, started, token);
  } finally {
    await started?.end();
    await app.close();
  }
}

async function byProduct(app: BenchApp, started: Started, token: string): Promise<Measured> {
  const ask = programOf(started.url, token);
  const id = await newDocument(ask);
  // What a start does afterwards is over.
  await delay(IDLE_MS);
  const idle = (await during(started.url, () => delay(IDLE_MS))).health;

  let [serving, family] = [0, 0];
  const looking = setInterval(() => {
    serving = Math.max(serving, started.megabytes());
    family = Math.max(family, started.familyMegabytes());
  }, LOOK_MS);
  const compiled = async () => {
    await ask(`/submissions/${id}/compilation`, {});
    // Asked of the rows: a program that looked at the document each time would be work of its own.
    await until(async () => {
      const { compilation } = await app.get(UnitOfWork).read.findOneOrFail(Submission, {
        select: { id: true, compilation: true },
        where: { id },
      });
      if (compilation === 'failed') throw new Error('it was not compiled');
      return compilation === 'done';
    });
  };
  const made = (format: string) => () =>
    until(async () => {
      const answer = await ask(`/submissions/${id}/document.${format}`);
      await answer.arrayBuffer();
      return answer.status === 200;
    });
  const phases = {
    compiling: await during(started.url, compiled),
    Word: await during(started.url, made('docx')),
    PDF: await during(started.url, made('pdf')),
  };
  clearInterval(looking);
  return { idle, phases, serving, family };
}

/** How long something takes, and what others wait meanwhile. */
async function during(url: string, work: () => Promise<unknown>): Promise<Taken> {
  const child = fork(new URL('./support/steady-requests.js', import.meta.url), { execArgv: [] });
  child.send({ url: `${url}/health`, everyMs: EVERY_MS } satisfies Steady);
  const since = performance.now();
  try {
    await work();
    const seconds = (performance.now() - since) / 1000;
    child.send('end');
    const [health] = (await once(child, 'message')) as [number[]];
    return { seconds, health };
  } finally {
    child.kill();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('it took too long');
    await delay(1_000);
  }
}
