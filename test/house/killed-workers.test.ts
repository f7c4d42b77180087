import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditEvent } from '../../src/platform/database/history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { FileRows } from '../../src/reviews/files/file-rows.service.js';
import { SubmissionFile } from '../../src/reviews/files/submission-file.entity.js';
import { Passage } from '../../src/reviews/passages/passage.entity.js';
import { Submission } from '../../src/reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newEntry, newPerson, newPlan, type Person } from '../support/factories.js';
import { buildProduct, freePort, type Product } from '../support/processes.js';
import { keepQueueIn } from '../support/queue.js';

const MECHANISM = 'khartoum';
const TRANSLATED = ['fr', 'es', 'ar'] as const;
const REPORTS = 12;
/** How long the others take somebody to be at work who last said so, and in which time they have taken over. */
const LEASE_MS = 18_000;
const WITHIN_MS = 30_000;

const QUEUE_URL = process.env.QUEUE_URL ?? 'embedded';

let test: TestApp;
let product: Product;
let secretariat: Person;
let env: Record<string, string>;

beforeAll(async () => {
  // Workers have the clock of the machine.
  test = await startApp({ now: new Date() });
  product = await buildProduct();
  await keepQueueIn(test.config.dataDir);
  const { items, ...plan } = await newPlan(test, MECHANISM, [{ title: 'Train', objectives: ['9'] }, {}]);
  secretariat = plan.secretariat;
  const kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  const progress = test.get(ProgressService);
  for (let index = 0; index < REPORTS; index += 1) {
    const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative: `Report ${index}.` };
    const { id } = await newEntry(test, kenya, items[index % 2]!, fields);
    await progress.submit(kenya.actor, id);
    await progress.accept(secretariat.actor, id);
    await progress.disclose(kenya.actor, id, { visibility: 'mechanism', release: 'attributed' });
  }
  env = {
    LOG_LEVEL: 'error',
    DATABASE_URL: test.config.databaseUrl,
    DATA_DIR: test.config.dataDir,
    QUEUE_URL,
    QUEUE_PREFIX: `killed-${randomUUID()}`,
    ...(QUEUE_URL !== 'embedded' && { WORKER: 'separate' }),
  };
}, 120_000);
afterAll(async () => {
  await product.close();
  await test.close();
});

it('what workers were killed over, compiling and making a file, another takes over in half a minute, and each is there once', async () => {
  const { read } = test.get(UnitOfWork);
  const compiled = await open('Compiled');
  const written = await open('Written');
  await test.get(SubmissionsService).compile(written);
  const document = () => read.findOneByOrFail(Submission, { id: compiled });
  const files = () => read.findBy(SubmissionFile, { submissionId: written });
  await test.get(SubmissionsService).requestCompilation(secretariat.actor, compiled);
  await askFor(written);

  const left = new Map<string, () => Promise<boolean>>([
    ['compiling', async () => inTheMiddle(await document())],
    ['file', async () => (await files())[0]!.state === 'running'],
  ]);
  let killedAt = 0;
  // Which comes first is the queue's affair.
  while (left.size > 0) {
    const worker = product.run('worker', env);
    const [what, isBegun] = await first(left);
    expect(await worker.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    expect(await isBegun()).toBe(true);
    if (what === 'file') expect(kept()).toEqual([]);
    left.delete(what);
    killedAt = Date.now();
    const aliveAt = new Date(killedAt - LEASE_MS - 1);
    // As if the lease had gone by since. A queue on a server has a clock of its own, which goes as it goes.
    await test.get(UnitOfWork).run(async (manager) => {
      await manager.update(Submission, { id: compiled, compilation: 'running' }, { aliveAt });
      await manager.update(SubmissionFile, { submissionId: written, state: 'running' }, { aliveAt });
    });
  }
  const { run } = await document();

  // One that answers people too, and does such work in a process beside.
  const port = String(await freePort());
  const last = product.run('main', { ...env, WORKER: 'inline', PORT: port });
  await until(async () => (await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null))?.ok === true);
  const since = QUEUE_URL === 'embedded' ? Date.now() - LEASE_MS : killedAt;
  const isDone = async () =>
    (await document()).compilation === 'done' && (await files())[0]?.state === 'done';
  const isTaken = ({ aliveAt }: { aliveAt: Date | null }) => aliveAt !== null && aliveAt.getTime() > killedAt;
  await until(async () => (await isDone()) || isTaken(await document()) || (await files()).every(isTaken));
  expect(Date.now() - since).toBeLessThan(WITHIN_MS);
  await until(isDone);
  // The same compilation went on.
  expect(await document()).toMatchObject({ run, progress: 100 });
  const passages = await read.findBy(Passage, { submissionId: compiled });
  expect(passages.length).toBeGreaterThan(REPORTS);
  expect(new Set(passages.map(({ key }) => key)).size).toBe(passages.length);
  const event = { subjectId: compiled, action: 'submission.compile' };
  expect(await read.countBy(AuditEvent, event)).toBe(1);
  const [made, ...others] = await files();
  expect(others).toEqual([]);
  expect(kept()).toEqual([made!.fileKey]);
  expect(await last.end('SIGTERM')).toEqual({ code: 0, signal: null });
}, 120_000);

async function open(title: string): Promise<string> {
  const input = { cycleId: 'imrf-2026', language: 'en' as const, languages: [...TRANSLATED], title };
  const { id } = await test.get(SubmissionsService).open(secretariat.actor, MECHANISM, input);
  return id;
}

/** Has a file made as those do who find none; rows only, as where the queue was lost. */
async function askFor(submissionId: string): Promise<void> {
  const key = { submissionId, language: 'ar', format: 'pdf' as const, name: 'wanted.pdf' };
  const text = { freezeNumber: null, valueHash: 'as it stood', fingerprint: null };
  await test.get(UnitOfWork).run((manager) => test.get(FileRows).ask(manager, [{ ...key, ...text }]));
}

/** Some sections are compiled, and others are not. */
const inTheMiddle = ({ compilation, progress }: Submission) =>
  compilation === 'running' && progress > 0 && progress < 95;

async function first<T>(of: ReadonlyMap<T, () => Promise<boolean>>): Promise<[T, () => Promise<boolean>]> {
  let found: [T, () => Promise<boolean>] | undefined;
  await until(async () => {
    for (const one of of) if (!found && (await one[1]())) found = one;
    return found !== undefined;
  }, 1);
  return found!;
}

/** What is in the store. */
function kept(): string[] {
  const store = join(test.config.dataDir, 'files');
  if (!existsSync(store)) return [];
  const all = readdirSync(store, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function until(isSo: () => Promise<boolean>, everyMs = 50): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await delay(everyMs);
  }
}
