import { Outbox } from '../../../src/platform/mail/outbox.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, keyOf, newAdministrator, newPerson } from '../../support/factories.js';

let test: TestApp;
beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());

describe('the figures of the queues', () => {
  it('are not there while the queue is not', async () => {
    const administrator = await browserOf(test, await newAdministrator(test));
    expect((await administrator.get('/api/v1/metrics')).status).toBe(503);
  });

  it('are text for Prometheus, each metric in one piece, and count what was done', async () => {
    const queue = await test.startQueue();
    const key = await keyOf(test, await newAdministrator(test));
    await test.get(Outbox).sweep();
    await queue.drain();
    const { status, headers, body } = await new Client(test).get('/api/v1/metrics', {
      authorization: `Bearer ${key}`,
    });
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
    });
    for (const name of ['mail', 'documents', 'sweeps'])
      expect(body).toMatch(
        new RegExp(`^bullmq_job_count\\{queue="[^"]*${name}", state="waiting"\\} 0$`, 'm'),
      );
    expect(body).toMatch(/^bullmq_job_completed_total\{queue="[^"]*sweeps"\} [1-9]/m);
    const metrics = [...body.matchAll(/^\w+/gm)].map(([name]) => name);
    expect(metrics.filter((name, index) => name !== metrics[index - 1])).toEqual([
      'bullmq_job_count',
      'bullmq_job_completed_total',
      'bullmq_job_failed_total',
    ]);
    expect(body.match(/^# (HELP|TYPE) /gm)).toHaveLength(6);
  });

  it('are an administrator’s to see', async () => {
    expect((await new Client(test).get('/api/v1/metrics')).status).toBe(401);
    const secretariat = await browserOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect((await secretariat.get('/api/v1/metrics')).status).toBe(403);
  });
});
