import type { INestApplicationContext } from '@nestjs/common';
import { ClearanceSweep } from '../clearance/clearance.sweep.js';
import type { MovableClock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';
import { MailboxMail } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { Entry } from '../progress/entries/entry.entity.js';
import { Delivery } from '../reminders/mail/delivery.entity.js';
import { RemindersService } from '../reminders/sweep/reminders.service.js';
import { RuleInput } from '../reminders/rules/rule.dto.js';
import { RulesService } from '../reminders/rules/rules.service.js';
import { RoundAddressee } from '../rounds/round/round.entity.js';
import { castOf } from './cast.js';
import { CLEARANCE_DAY, settleClearance } from './clearance.js';
import { enterPlans } from './enter-plans.js';
import { type DemoEntry, report } from './entries.js';
import { entries } from './entries.data.js';
import { moreEntries } from './entries-more.data.js';
import { richEntries } from './documents/rich-entries.js';
import { offerPractices, PRACTICES_DAY } from './practices.js';
import { holdMeetings } from './meetings.js';
import {
  countReleased,
  countReleaseStory,
  decideOnRelease,
  RELEASE_DAY,
  type ReleaseStory,
} from './release.js';
import { openRounds, ROUND_DAY } from './rounds.js';
import { askForSupport, SUPPORT_DAY } from './support.js';
import { makeDocuments, SUBMISSION_DAY, submitOne } from './submission.js';

export interface Summary {
  mechanisms: number;
  plans: { title: string; items: number }[];
  people: { role: string; email: string }[];
  password: string;
  meetings: number;
  entries: Record<string, number>;
  released: number;
  release: ReleaseStory;
  practices: number;
  requests: number;
  rounds: number;
  /** Delegations that the calls for inputs ask. */
  asked: number;
  deliveries: number;
  mails: number;
  documents: string[];
}

/** Says in one line what is being made. */
export type Tell = (step: string) => void;

/** Lives through so many days, up to the present, and says what was done. */
export async function liveThroughQuarter(
  app: INestApplicationContext,
  clock: MovableClock,
  config: Config,
  days: number,
  tell: Tell,
): Promise<Summary> {
  const today = () => clock.now().toISOString().slice(0, 10);
  tell('people and their roles');
  const cast = await castOf(app);
  tell('plans, indicators and meetings of three mechanisms');
  const plans = await enterPlans(app, cast, clock.now());
  const meetings = await holdMeetings(app, cast, plans, today());
  await rulesFor(app, cast.secretariat);
  const reported = new Map<DemoEntry, string>();
  const story = [...entries, ...moreEntries, ...richEntries];
  const made = { practices: 0, requests: 0, rounds: 0 };
  tell('a quarter of reports and reminders');
  for (let day = 0; day < days; day += 1) {
    for (const entry of story.filter((one) => one.day === day))
      reported.set(entry, await report(app, cast, plans, entry, clock.now()));
    if (day === PRACTICES_DAY) {
      tell('practices, with what peers say');
      made.practices = await offerPractices(app, cast);
    }
    if (day === SUPPORT_DAY) {
      tell('requests for support');
      made.requests = await askForSupport(app, cast);
    }
    if (day === ROUND_DAY) {
      tell('calls for inputs, with answers');
      made.rounds = await openRounds(app, cast, today());
    }
    if (day === SUBMISSION_DAY) {
      tell('a submission that is handed in');
      await submitOne(app, cast.secretariat);
    }
    if (day === RELEASE_DAY) await decideOnRelease(app, cast, plans, reported);
    if (day === CLEARANCE_DAY) {
      tell('the clearance of a delegation');
      await settleClearance(app, cast, plans, today());
    }
    await morning(app);
    clock.advance(86_400_000);
  }
  clock.moveTo(new Date());
  tell('a contribution in three languages and a tracking matrix, as documents');
  const documents = await makeDocuments(app, {
    ...{ secretariat: cast.secretariat, config, today: today(), workingPlan: plans.working },
    reported: new Map([...reported].map(([entry, id]) => [id, entry])),
  });
  const { read } = app.get(UnitOfWork);
  return {
    mechanisms: await read.count('mechanism'),
    plans: plans.list,
    people: cast.people,
    password: cast.password,
    meetings,
    entries: await countByState(app),
    released: await countReleased(app),
    release: await countReleaseStory(app),
    ...made,
    asked: await read.count(RoundAddressee),
    deliveries: await read.count(Delivery),
    mails: await read.count(MailboxMail),
    documents,
  };
}

/** A fortnight before something is due, the day before, a week after; and once a quarter whatever the dates are. */
async function rulesFor(app: INestApplicationContext, secretariat: Actor): Promise<void> {
  const rules = [
    { kind: 'before-due', days: 14 },
    { kind: 'before-due', days: 1 },
    { kind: 'after-due', days: 7 },
    { kind: 'periodic', recurrence: { every: 'quarter', nth: '1', weekday: 1, time: '09:00' } },
  ];
  for (const rule of rules)
    await app.get(RulesService).createRule(secretariat, 'khartoum', readInput(RuleInput, rule));
}

async function morning(app: INestApplicationContext): Promise<void> {
  await app.get(RemindersService).sweep();
  await app.get(ClearanceSweep).sweep();
  await app.get(Outbox).sweep();
  await app.get(JobQueue).drain(60_000);
}

async function countByState(app: INestApplicationContext): Promise<Record<string, number>> {
  const rows = await app
    .get(UnitOfWork)
    .read.createQueryBuilder(Entry, 'entry')
    .select('entry.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .groupBy('entry.state')
    .orderBy('entry.state')
    .getRawMany<{ state: string; count: string }>();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}
