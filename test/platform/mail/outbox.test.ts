import { TasksService } from '../../../src/mechanisms/tasks/tasks.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import { startApp, type TestApp } from '../../support/app.js';
import { newAccount } from '../../support/factories.js';

let test: TestApp;
beforeAll(async () => (test = await startApp()));
afterAll(() => test.close());

describe('the same many rows, entered by two at once in other orders', () => {
  const many = Array.from({ length: 150 }, (_, index) => `n${String(index).padStart(3, '0')}`);
  const rounds = Array.from({ length: 30 }, (_, index) => `r${index}`);

  it('are mails, each once', async () => {
    const { account } = await newAccount(test);
    for (const round of rounds) {
      const mails = many.map((name) => ({
        key: `${round}:${name}`,
        kind: 'reminder',
        accountId: account.id,
      }));
      const post = (some: typeof mails) => test.get(Outbox).postAll(some);
      const [one, other] = await Promise.all([post(mails), post(mails.toReversed())]);
      expect(one.length + other.length).toBe(many.length);
    }
  });

  it('are tasks, each once', async () => {
    for (const round of rounds) {
      const tasks = many.map((subject) => ({
        ...{ mechanismId: 'rabat', kind: 'find-focal-point' as const, subject: `${round}${subject}` },
        ...{ why: 'ended' as const, causeId: subject, accountId: null },
      }));
      const open = (some: typeof tasks) => test.get(TasksService).open(some);
      await Promise.all([open(tasks), open(tasks.toReversed())]);
    }
    const found = await test.get(UnitOfWork).read.query<unknown[]>('SELECT 1 FROM "task"');
    expect(found).toHaveLength(rounds.length * many.length);
  });
});
