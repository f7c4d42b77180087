import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { OutgoingMessage } from '../src/platform/mail/message.entity.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { backendFor } from '../src/platform/queue/backend-for.js';
import { JobQueue } from '../src/platform/queue/job-queue.js';
import { ReminderRule } from '../src/reminders/reminder.entity.js';
import { RemindersService } from '../src/reminders/sweep/reminders.service.js';
import type { BenchApp } from './support/app.js';
import { clearQueues } from './support/queues.js';
import { besideLimit, type Figure, median, rawLimit } from './support/figure.js';
import { insertPeople, insertPlan, insertRows, newPerson } from './support/seed.js';

const RECIPIENTS = 3_000;
const ITEMS_EACH = 2;
/** Sent first and not counted: the code has to be compiled for both. */
const WARM_UP = 600;
const ROUNDS = 3;
/** After so long no further round is begun. */
const ENOUGH_MS = 30_000;
/** SMTP connections, as many as the product keeps. */
const POOL = 20;
const MECHANISM = 'rabat';
const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const DUE_DAY = '2027-03-09';
const DAYS_BEFORE = 7;
const LOOK_EVERY_MS = 25;
const AFTER_MS = 60_000;

/**
 * Reminders from the queue to the mail server: claimed, checked again, written, handed over, marked; beside a
 * queue and a pool of connections that send as many empty mails.
 */
export async function reminders(app: BenchApp): Promise<Figure[]> {
  await enterReminders(app);
  await app.get(JobQueue).start({ worker: true });
  await rawRate(app, WARM_UP);
  await productRate(app, WARM_UP);
  const raw: number[] = [];
  const sent: number[] = [];
  const started = performance.now();
  for (let round = 0; round < ROUNDS && performance.now() - started < ENOUGH_MS; round += 1) {
    raw.push(await rawRate(app, RECIPIENTS));
    sent.push(await productRate(app, RECIPIENTS));
  }
  const limit = rawLimit('empty mails through the queue', median(raw), 'per s');
  const queue = /^[a-z]+/.exec(app.config.queueUrl)![0];
  return [besideLimit(`reminders sent, ${queue} queue`, median(sent), limit), limit];
}

/** Lets the product itself find whom to remind. The queue is not running yet, so all of it waits. */
async function enterReminders(app: BenchApp): Promise<void> {
  const people = Array.from({ length: RECIPIENTS }, (_, index) =>
    newPerson(
      `reader${index}@example.org`,
      'focal-point',
      MECHANISM,
      'MAR',
      LANGUAGES[index % LANGUAGES.length],
    ),
  );
  await insertPeople(app, people);
  const item = { title: 'Train the officials who receive people that return', owner: 'all-members' as const };
  await insertPlan(
    app,
    MECHANISM,
    Array.from({ length: ITEMS_EACH }, () => ({ ...item, whenEnd: DUE_DAY })),
  );
  await insertRows(app, ReminderRule, [
    {
      id: 'bench',
      mechanismId: MECHANISM,
      kind: 'before-due',
      days: DAYS_BEFORE,
      enabled: true,
      since: new Date('2027-01-01T00:00:00Z'),
      version: 1,
    },
  ]);
  const { posted } = await app.get(RemindersService).sweep();
  if (posted !== RECIPIENTS) throw new Error(`${posted} messages were posted, not ${RECIPIENTS}`);
  // Sent, as far as the rows say: each round puts back as many as it sends.
  await app
    .get(UnitOfWork)
    .run((manager) => manager.update(OutgoingMessage, { state: 'pending' }, { state: 'sent' }));
}

/** Reminders a second, from the moment they are due and enqueued until the last is sent and marked. */
async function productRate(app: BenchApp, count: number): Promise<number> {
  const unitOfWork = app.get(UnitOfWork);
  const left = () => unitOfWork.read.countBy(OutgoingMessage, [{ state: 'pending' }, { state: 'sending' }]);
  // Due a little later than now, so that no sweep of the product's own takes them before the clock runs here.
  const nextAttemptAt = new Date(app.clock.now().getTime() + AFTER_MS);
  const messages = await unitOfWork.read.find(OutgoingMessage, { select: { id: true }, take: count });
  await unitOfWork.run(async (manager) => {
    for (const { id } of messages) {
      await manager.update(OutgoingMessage, { id }, { state: 'pending', attempts: 0, nextAttemptAt });
    }
  });
  app.clock.advance(AFTER_MS);
  const started = performance.now();
  await app.get(Outbox).sweep();
  while ((await left()) > 0) await delay(LOOK_EVERY_MS);
  const seconds = (performance.now() - started) / 1000;
  const unsent = RECIPIENTS - (await unitOfWork.read.countBy(OutgoingMessage, { state: 'sent' }));
  if (unsent > 0) throw new Error(`${unsent} reminders were not sent`);
  return count / seconds;
}

/** Mails a second through the same kind of queue and SMTP pool, with nothing to look up, write or remember. */
async function rawRate({ config }: BenchApp, count: number): Promise<number> {
  const prefix = `${config.queuePrefix}-raw`;
  const backend = backendFor(config.queueUrl, prefix, () => undefined);
  await backend.connect();
  const { hostname: host, port } = new URL(config.mailUrl);
  const pool = { pool: true, maxConnections: POOL, maxMessages: Infinity } as const;
  const transport = createTransport({ host, port: Number(port), ...pool });
  const queue = backend.queue('mail');
  const send = ({ data }: { data: { to: string } }) =>
    transport.sendMail({ from: config.mailFrom, to: data.to, subject: 'Reminder', text: '' });
  const worker = backend.worker('mail', send, { concurrency: POOL });
  await worker.waitUntilReady();
  const all = new Promise<void>((resolve, reject) => {
    let sent = 0;
    worker.on('completed', () => (sent += 1) === count && resolve());
    worker.on('failed', (_, error) => reject(error));
  });
  const jobs = Array.from({ length: count }, (_, index) => ({
    name: 'send',
    data: { to: `reader${index}@example.org` },
    opts: { removeOnComplete: true },
  }));
  const started = performance.now();
  await queue.addBulk(jobs);
  await all;
  const seconds = (performance.now() - started) / 1000;
  await worker.close();
  await backend.close();
  transport.close();
  await clearQueues(config.queueUrl, prefix);
  return count / seconds;
}
