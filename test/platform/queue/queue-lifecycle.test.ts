import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Text } from '../../../src/platform/http/fields.js';
import { JobQueue } from '../../../src/platform/queue/job-queue.js';
import { defineJob, definedJobs, forgetJobs, NoPayload } from '../../../src/platform/queue/jobs.js';
import type { QueueOptions } from '../../../src/platform/queue/queue-options.js';
import { keptQueue } from '../../support/queue.js';

const url = process.env.QUEUE_URL ?? 'embedded';
const keepIn = await keptQueue();
const onRedis = url.startsWith('redis') ? test : test.skip;
class Row {
  @Text(100) id!: string;
}

let names = 0;
afterAll(() => forgetJobs(definedJobs().filter(({ name }) => name.startsWith('test.'))));
function newJob(name = `test.job-${++names}`) {
  return defineJob({ name, queue: 'mail', payload: Row, attempts: 3, backoffMs: 30 });
}

function newSweep() {
  return defineJob({
    name: `test.sweep-${++names}`,
    queue: 'sweeps',
    payload: NoPayload,
    attempts: 1,
    backoffMs: 1,
  });
}

const queues: JobQueue[] = [];
function newQueue(over: Partial<QueueOptions> = {}): JobQueue {
  const paces = { mail: { concurrency: 10 }, documents: { concurrency: 2 }, sweeps: { concurrency: 10 } };
  const queue = new JobQueue({ url, prefix: `test-${randomUUID()}`, keepIn, paces, closeMs: 2_000, ...over });
  queues.push(queue);
  return queue;
}
afterEach(() => Promise.all(queues.splice(0).map((queue) => queue.close())));

async function until(what: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!what()) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await delay(10);
  }
}

/** A handler that stands still until told. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

beforeAll(() => Logger.overrideLogger(false));

describe('schedules', () => {
  test('a job ticks, and looking at its schedule does not make it tick more', async () => {
    const queue = newQueue({ ensureSchedulesMs: 20 });
    const [often, seldom, daily] = [newSweep(), newSweep(), newSweep()];
    const ticks = { often: 0, seldom: 0 };
    queue.handle(often, async () => void ticks.often++);
    queue.handle(seldom, async () => void ticks.seldom++);
    queue.handle(daily, async () => undefined);
    await queue.schedule(often, { everyMs: 200 });
    await queue.schedule(seldom, { everyMs: 60_000 });
    await queue.schedule(daily, { pattern: '0 6 * * *', zone: 'Africa/Dakar' });
    await queue.start({ worker: true, expected: [often, seldom, daily] });
    await until(() => ticks.often >= 3);
    await queue.ensureSchedules();
    expect(ticks.seldom).toBe(1);
  });

  test('a time that is due and waits for a free worker is not lost when the schedule is looked at', async () => {
    const queue = newQueue();
    const [long, yearly] = [newSweep(), newSweep()];
    const { open, opened } = gate();
    let busy = false;
    let ticks = 0;
    queue.handle(long, () => {
      busy = true;
      return opened;
    });
    queue.handle(yearly, async () => void ticks++);
    await queue.start({ worker: true, expected: [] });
    await queue.add(long, {});
    await until(() => busy);
    const due = new Date(Date.now() + 1_500);
    const [month, day, hour] = [due.getUTCMonth() + 1, due.getUTCDate(), due.getUTCHours()];
    const pattern = `${due.getUTCSeconds()} ${due.getUTCMinutes()} ${hour} ${day} ${month} *`;
    await queue.schedule(yearly, { pattern, zone: 'Africa/Dakar' });
    await delay(1_600);
    await queue.ensureSchedules();
    open();
    await until(() => ticks === 1);
  });

  test('a schedule needs a payload that fits', async () => {
    await expect(newQueue().schedule(newJob(), { everyMs: 1_000 })).rejects.toThrow('id');
  });

  onRedis('come back after Redis was flushed', async () => {
    // A database of its own: other tests run against this server meanwhile.
    const own = new URL('/9', url).href;
    const redis = new Redis(own);
    const queue = newQueue({ url: own });
    const sweep = newSweep();
    let ticks = 0;
    queue.handle(sweep, async () => void ticks++);
    await queue.schedule(sweep, { everyMs: 150 });
    await queue.start({ worker: true, expected: [sweep] });
    await until(() => ticks >= 2);
    await redis.flushdb();
    await delay(300);
    const before = ticks;
    await delay(400);
    expect(ticks).toBe(before);
    await queue.ensureSchedules();
    await until(() => ticks >= before + 2);
    await redis.quit();
  });
});

describe('start and end', () => {
  test('adding before start, and after close, is a warning and no error', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn');
    const queue = newQueue();
    const job = newJob();
    await queue.add(job, { id: '1' });
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(job.name));
    expect(queue.isReady()).toBe(false);
    await expect(queue.ready()).rejects.toThrow('not started');
    await queue.close();
    await queue.add(job, { id: '1' });
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('a name is defined once, and handled once', () => {
    const queue = newQueue();
    const job = newJob();
    expect(() => defineJob({ ...job })).toThrow(`${job.name} is defined twice`);
    expect(() => newJob('Mail:send')).toThrow('must be lower case');
    queue.handle(job, async () => undefined);
    expect(() => queue.handle(job, async () => undefined)).toThrow(`${job.name} has a handler already`);
  });

  test('a worker refuses to start while a defined job has no handler', async () => {
    const job = newJob();
    await expect(newQueue().start({ worker: true })).rejects.toThrow(job.name);
  });

  test('close waits for the running job, and leaves nothing open', async () => {
    const before = openHandles();
    const queue = newQueue();
    const job = newJob();
    let state = 'waiting';
    queue.handle(job, async () => {
      state = 'running';
      await delay(300);
      state = 'done';
    });
    await queue.start({ worker: true, expected: [job] });
    await queue.add(job, { id: '1' });
    await until(() => state === 'running');
    await Promise.all([queue.close(), queue.close()]);
    expect(state).toBe('done');
    await until(() => openHandles() <= before);
  });

  test('close gives up a job that does not end', async () => {
    const queue = newQueue({ closeMs: 200 });
    const job = newJob();
    const { open, opened } = gate();
    let running = false;
    queue.handle(job, () => {
      running = true;
      return opened;
    });
    await queue.start({ worker: true, expected: [job] });
    await queue.add(job, { id: '1' });
    await until(() => running);
    const began = Date.now();
    await queue.close();
    expect(Date.now() - began).toBeLessThan(2_000);
    open();
  });

  test('close ends a start that is under way', async () => {
    const before = openHandles();
    const queue = newQueue({ url: url === 'embedded' ? url : url.replace(/:\d+/, ':1') });
    const started = expect(queue.start({ worker: true, expected: [] })).rejects.toThrow('closed');
    await delay(50);
    await queue.close();
    await started;
    await until(() => openHandles() <= before);
  });
});

/** How much would keep the process alive, but for timers: Jest has its own. */
function openHandles(): number {
  return process.getActiveResourcesInfo().filter((kind) => /TCP|MessagePort|Worker/.test(kind)).length;
}
