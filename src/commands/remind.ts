import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { RemindersService } from '../reminders/sweep/reminders.service.js';
import { withApp } from './with-app.js';

/** Finds what is due (at `--as-of`, or now) and sends what is waiting, then ends. */
export const remind = (options: { asOf?: string }) =>
  withApp(async (app) => {
    const now = options.asOf === undefined ? new Date() : new Date(options.asOf);
    if (Number.isNaN(now.getTime()))
      throw new Error(`--as-of: ${options.asOf} is not a moment like 2027-03-01T09:00:00Z.`);
    const { entered, posted } = await app.get(RemindersService).sweep(now);
    const queue = app.get(JobQueue);
    await queue.start({ worker: true });
    await app.get(Outbox).sweep();
    await queue.drain(600_000);
    console.log(`${entered} reminders found, ${posted} mails made.`);
  });
