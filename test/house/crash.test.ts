import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { PASSWORD_MAIL } from '../../src/accounts/passwords.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { addDays } from '../../src/platform/i18n/day.js';
import { MAIL_TRANSPORT, type MailTransport } from '../../src/platform/mail/mail.transport.js';
import { OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { RemindersService } from '../../src/reminders/sweep/reminders.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, newPlan, type Person } from '../support/factories.js';
import { buildProduct, type Product, type Running } from '../support/processes.js';
import { day, newRule } from '../support/reminders.js';
import { type ArrivedMail, type Smtp, startSmtp } from '../support/smtp.js';

const MECHANISM = 'rabat';
const PEOPLE = 200;
/** Mails a worker sends side by side (platform.module.ts). */
const CONCURRENCY = 20;

/**
 * On Redis, when QUEUE_URL names one: in a database of its own, because it is flushed on the way. Otherwise on the
 * embedded queue, which needs no flushing: it lives in the worker's memory and dies with it.
 */
const queue = queueOf(process.env.QUEUE_URL ?? 'embedded');

let test: TestApp;
let smtp: Smtp;
let product: Product;

beforeAll(async () => {
  test = await startApp({ now: lastWorkingNoon(new Date()) });
  smtp = await startSmtp({ answerMs: 150 });
  product = await buildProduct();
  await queue.redis?.flushdb();
}, 120_000);
afterAll(async () => {
  await product.close();
  await smtp.close();
  await test.close();
  await queue.redis?.flushdb();
  queue.redis?.disconnect();
});

it('loses no reminder when the worker is killed and the queue is lost', async () => {
  const people = await manyReminders();

  const first = startWorker();
  await smtp.wait(50);
  const inFlight = await kill(first);
  if (queue.redis) {
    expect(await queue.redis.dbsize()).toBeGreaterThan(0);
    await queue.redis.flushdb();
  }

  const second = startWorker();
  await smtp.wait(120);
  const inFlightLater = await kill(second);

  const third = startWorker();
  await until(async () => (await messagesIn('sent')).length === PEOPLE, 120_000);
  expect(await third.end('SIGTERM')).toMatchObject({ code: 0 });

  const mails = byRecipient(smtp.arrived);
  // Every reminder arrived, and to nobody else.
  expect(mails.map(([mail]) => mail!.to).sort()).toEqual(people.map(({ account }) => account.email).sort());
  // One person, one Message-ID, however often it came.
  expect(mails.filter((same) => new Set(same.map(idOf)).size > 1)).toEqual([]);
  expect(new Set(smtp.arrived.map(idOf)).size).toBe(PEOPLE);
  // What came twice was in flight when a worker was killed (twenty mails at most); three times: both times.
  const crashes = [...inFlight, ...inFlightLater];
  for (const same of mails.filter(({ length }) => length > 1)) {
    const times = crashes.filter((id) => id === idOf(same[0]!)).length;
    expect(same.length - 1).toBeLessThanOrEqual(times);
  }
  // The kills did hit mails on their way, and no more than a worker sends side by side.
  for (const { length } of [inFlight, inFlightLater]) {
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(CONCURRENCY);
  }
  for (const state of ['pending', 'sending', 'failed', 'skipped'] as const) {
    expect(await messagesIn(state)).toEqual([]);
  }
}, 240_000);

it('sends once what takes longer than its lease, as long as the worker lives', async () => {
  const { account } = await newPerson(test);
  const outbox = test.get(Outbox);
  await outbox.post(PASSWORD_MAIL, { id: null, asked: 'reset', slot: 'slow' }, [account.id]);
  const [{ id }] = (await test.get(UnitOfWork).read.findBy(OutgoingMessage, { accountId: account.id })) as [
    OutgoingMessage,
  ];
  const transport = test.app.get<MailTransport>(MAIL_TRANSPORT);
  const deliver = jest.spyOn(transport, 'deliver').mockImplementation(async () => {
    test.clock.advance(test.config.mailLeaseSeconds * 1000 + 1);
    await outbox.sweep();
  });
  await outbox.send(id);
  await outbox.send(id);
  expect(deliver).toHaveBeenCalledTimes(1);
});

/** Two hundred focal points, each with one reminder to be sent: rows only, no queue has heard of them. */
async function manyReminders(): Promise<Person[]> {
  const due = addDays(test.clock.now().toISOString().slice(0, 10), 7);
  const { secretariat } = await newPlan(test, MECHANISM, [{ owners: ['all-members'], when: day(due) }]);
  await newRule(test, secretariat, MECHANISM, { kind: 'before-due', days: 7 });
  const states = ['MAR', 'SEN', 'MLI', 'NER', 'TCD'];
  const focalPoints = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) =>
      newPerson(test, ['focal-point', MECHANISM, states[index % states.length]]),
    ),
  );
  const swept = await test.get(RemindersService).sweep();
  expect(swept).toEqual({ entered: PEOPLE, posted: PEOPLE });
  return focalPoints;
}

function startWorker(): Running {
  return product.run('worker', {
    LOG_LEVEL: 'error',
    DATABASE_URL: test.config.databaseUrl,
    PUBLIC_URL: test.config.publicUrl,
    MAIL_URL: smtp.url,
    MAIL_LEASE_SECONDS: '5',
    ...queue.env,
  });
}

/** Kills a worker in the middle of its work. Gives the Message-IDs of what it had begun to send. */
async function kill(worker: Running): Promise<string[]> {
  expect(await worker.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  const sending = await messagesIn('sending');
  const own = sending.filter(({ claimedAt }) => claimedAt! >= worker.since);
  return own.map(({ messageId }) => `<${messageId}>`);
}

const messagesIn = (state: OutgoingMessage['state']) =>
  test.get(UnitOfWork).read.findBy(OutgoingMessage, { kind: 'reminder', state });

function byRecipient(mails: ArrivedMail[]): ArrivedMail[][] {
  const found = new Map<string, ArrivedMail[]>();
  for (const mail of mails) found.set(mail.to, [...(found.get(mail.to) ?? []), mail]);
  return [...found.values()];
}

const idOf = ({ messageId }: ArrivedMail) => messageId;

function queueOf(url: string): { env: Record<string, string>; redis: Redis | null } {
  const QUEUE_PREFIX = `crash-${randomUUID()}`;
  if (!url.startsWith('redis')) return { env: { QUEUE_URL: url, QUEUE_PREFIX }, redis: null };
  const own = new URL(url);
  own.pathname = '/15';
  const env = { QUEUE_URL: own.href, QUEUE_PREFIX, WORKER: 'separate' };
  return { env, redis: new Redis(own.href) };
}

/** A noon that has passed, on a day people work everywhere: the worker lives by the real clock. */
function lastWorkingNoon(now: Date): Date {
  const noon = new Date(now);
  noon.setUTCHours(12, 0, 0, 0);
  while (noon > now || noon.getUTCDay() < 1 || noon.getUTCDay() > 4) noon.setUTCDate(noon.getUTCDate() - 1);
  return noon;
}

async function until(what: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await delay(100);
  }
}
