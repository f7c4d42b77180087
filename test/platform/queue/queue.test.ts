import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Text, Whole } from '../../../src/platform/http/fields.js';
import { JobQueue } from '../../../src/platform/queue/job-queue.js';
import {
  defineJob,
  definedJobs,
  forgetJobs,
  type JobDefinition,
  UnrecoverableError,
} from '../../../src/platform/queue/jobs.js';
import type { QueueOptions } from '../../../src/platform/queue/queue-options.js';
import { keptQueue } from '../../support/queue.js';

const url = process.env.QUEUE_URL ?? 'embedded';
const keepIn = await keptQueue();
class Delivery {
  @Text(100) delivery!: string;
  @Whole(1, 9, { default: 1 }) copies!: number;
}

let names = 0;
afterAll(() => forgetJobs(definedJobs().filter(({ name }) => name.startsWith('test.'))));
function newJob(over: Partial<JobDefinition<Delivery>> = {}): JobDefinition<Delivery> {
  const name = `test.job-${++names}`;
  return defineJob({ name, queue: 'mail', payload: Delivery, attempts: 3, backoffMs: 30, ...over });
}

function newQueue(over: Partial<QueueOptions['paces']> = {}): JobQueue {
  const paces = { mail: { concurrency: 10 }, documents: { concurrency: 2 }, sweeps: { concurrency: 10 } };
  return new JobQueue({ url, prefix: `test-${randomUUID()}`, keepIn, paces: { ...paces, ...over } });
}

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

describe('a running queue', () => {
  const queue = newQueue();
  beforeAll(() => queue.start({ worker: true, expected: [] }));
  afterAll(() => queue.close());

  test('a job reaches its handler with the payload parsed', async () => {
    const job = newJob();
    const seen: unknown[] = [];
    queue.handle(job, async (payload, context) => void seen.push([payload, context]));
    await queue.add(job, { delivery: '17' } as Delivery);
    await queue.drain();
    expect(seen).toEqual([
      [
        { delivery: '17', copies: 1 },
        { attemptsMade: 0, lastAttempt: false },
      ],
    ]);
  });

  test('a delayed job waits', async () => {
    const job = newJob();
    let at = 0;
    queue.handle(job, async () => void (at = Date.now()));
    const added = Date.now();
    await queue.add(job, { delivery: '1', copies: 1 }, { delayMs: 300 });
    await queue.drain();
    expect(at).toBe(0);
    await until(() => at > 0);
    expect(at - added).toBeGreaterThanOrEqual(295);
  });

  test('an id is taken while its job waits or runs, and free once it is done', async () => {
    const job = newJob();
    const { open, opened } = gate();
    let runs = 0;
    queue.handle(job, async () => {
      runs++;
      await opened;
    });
    const add = () => queue.add(job, { delivery: '1', copies: 1 }, { id: '2026-03-01T00:00:00Z' });
    await add();
    await add();
    await until(() => runs === 1);
    await add();
    open();
    await queue.drain();
    expect(runs).toBe(1);
    await add();
    await queue.drain();
    expect(runs).toBe(2);
  });

  test('an id is free once its job has failed for good', async () => {
    const job = newJob({ attempts: 1 });
    let runs = 0;
    queue.handle(job, async () => {
      runs++;
      throw new Error('no');
    });
    for (let time = 1; time <= 2; time++) {
      await queue.add(job, { delivery: '1', copies: 1 }, { id: '17' });
      await queue.drain();
      expect(runs).toBe(time);
    }
  });

  test('two kinds of job about the same row do not swallow each other', async () => {
    const [one, two] = [newJob(), newJob()];
    const seen: string[] = [];
    queue.handle(one, async () => void seen.push('one'));
    queue.handle(two, async () => void seen.push('two'));
    await queue.add(one, { delivery: '1', copies: 1 }, { id: '17' });
    await queue.add(two, { delivery: '1', copies: 1 }, { id: '17' });
    await queue.drain();
    expect(seen.sort()).toEqual(['one', 'two']);
  });

  test('a failing job is tried again, later each time, and told when it is the last time', async () => {
    const job = newJob();
    const tries: { at: number; last: boolean }[] = [];
    queue.handle(job, async (_payload, { attemptsMade, lastAttempt }) => {
      expect(attemptsMade).toBe(tries.length);
      tries.push({ at: Date.now(), last: lastAttempt });
      if (!lastAttempt) throw new Error('not yet');
    });
    await queue.add(job, { delivery: '1', copies: 1 }, { id: 'again' });
    await until(() => tries.length === 3);
    await queue.drain();
    expect(tries.map((one) => one.last)).toEqual([false, false, true]);
    expect(tries[1]!.at - tries[0]!.at).toBeGreaterThanOrEqual(29);
    expect(tries[2]!.at - tries[1]!.at).toBeGreaterThanOrEqual(59);
  });

  test.each([
    ['an unrecoverable error', { delivery: '1', copies: 1 }, 1],
    ['a payload that does not parse', { delivery: 17 } as unknown as Delivery, 0],
  ])('%s is not tried again', async (_name, payload, runsExpected) => {
    const job = newJob({ backoffMs: 1 });
    let runs = 0;
    queue.handle(job, async () => {
      runs++;
      throw new UnrecoverableError('gone');
    });
    await queue.add(job, payload);
    await queue.drain();
    await delay(100);
    expect(runs).toBe(runsExpected);
  });

  test('300 jobs are each done once', async () => {
    const job = newJob();
    const seen: string[] = [];
    let now = 0;
    let most = 0;
    queue.handle(job, async ({ delivery: id }) => {
      most = Math.max(most, ++now);
      await delay(1);
      now--;
      seen.push(id);
    });
    const ids = Array.from({ length: 300 }, (_, index) => String(index));
    await queue.addMany(
      job,
      ids.map((id) => ({ payload: { delivery: id, copies: 1 }, id })),
    );
    await queue.drain();
    expect(seen.sort()).toEqual(ids.sort());
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(10);
  });

  test('a sweep that stands still holds up no other, and never meets itself', async () => {
    const [slow, quick] = [newJob({ queue: 'sweeps' }), newJob({ queue: 'sweeps' })];
    const { open, opened } = gate();
    const seen: string[] = [];
    queue.handle(slow, async () => {
      seen.push('slow begins');
      await opened;
      seen.push('slow ends');
    });
    queue.handle(quick, async () => void seen.push('quick'));
    await queue.add(slow, { delivery: '1', copies: 1 });
    await until(() => seen.length === 1);
    await queue.add(slow, { delivery: '2', copies: 1 });
    await queue.add(quick, { delivery: '1', copies: 1 });
    await until(() => seen.includes('quick'));
    open();
    await queue.drain();
    expect(seen).toEqual(['slow begins', 'quick', 'slow ends', 'slow begins', 'slow ends']);
  });
});

test('a bound per second is kept', async () => {
  const queue = newQueue({ mail: { concurrency: 10, limiter: { max: 5, duration: 500 } } });
  await queue.start({ worker: true, expected: [] });
  const job = newJob();
  const times: number[] = [];
  queue.handle(job, async () => void times.push(Date.now()));
  await queue.addMany(
    job,
    Array.from({ length: 12 }, (_, index) => ({ payload: { delivery: String(index), copies: 1 } })),
  );
  await until(() => times.length === 12);
  await queue.close();
  expect(times.at(-1)! - times[0]!).toBeGreaterThan(700);
});
