import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ClearanceSweep } from '../clearance/clearance.sweep.js';
import type { MovableClock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { addDays } from '../platform/i18n/day.js';
import { readInput } from '../platform/http/read-input.js';
import { MailboxMail } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { NewEntryInput } from '../progress/entries/entry.dto.js';
import { Entry } from '../progress/entries/entry.entity.js';
import { EvidenceService } from '../progress/evidence/evidence.service.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import { Delivery } from '../reminders/mail/delivery.entity.js';
import { RemindersService } from '../reminders/sweep/reminders.service.js';
import { RuleInput } from '../reminders/rules/rule.dto.js';
import { RulesService } from '../reminders/rules/rules.service.js';
import { SubmissionQueryService } from '../reviews/submissions/submission-query.service.js';
import { SubmissionsService } from '../reviews/submissions/submissions.service.js';
import { RoundAddressee } from '../rounds/round/round.entity.js';
import { castOf, type Cast, officeOf } from './cast.js';
import { CLEARANCE_DAY, settleClearance } from './clearance.js';
import { enterPlans, type EnteredPlans } from './enter-plans.js';
import { type DemoEntry, entries } from './entries.js';
import { holdMeetings } from './meetings.js';
import {
  countReleased,
  countReleaseStory,
  decideOnRelease,
  RELEASE_DAY,
  type ReleaseStory,
} from './release.js';
import { openRound, ROUND_DAY } from './rounds.js';

export interface Summary {
  mechanisms: number;
  plans: { title: string; items: number }[];
  people: { role: string; email: string }[];
  password: string;
  meetings: number;
  entries: Record<string, number>;
  released: number;
  release: ReleaseStory;
  /** Delegations that the call for inputs asks. */
  asked: number;
  deliveries: number;
  mails: number;
  documents: string[];
}

/** Lives through so many days, up to the present, and says what was done. */
export async function liveThroughQuarter(
  app: INestApplicationContext,
  clock: MovableClock,
  config: Config,
  days: number,
): Promise<Summary> {
  const cast = await castOf(app);
  const plans = await enterPlans(app, cast, clock.now());
  const today = clock.now().toISOString().slice(0, 10);
  const meetings = await holdMeetings(app, cast.secretariat, plans, today);
  await rulesFor(app, cast.secretariat);
  const reported = new Map<DemoEntry, string>();
  for (let day = 0; day < days; day += 1) {
    for (const entry of entries.filter((one) => one.day === day))
      reported.set(entry, await report(app, cast, plans, entry, clock.now()));
    if (day === ROUND_DAY) await openRound(app, cast, clock.now().toISOString().slice(0, 10));
    if (day === RELEASE_DAY) await decideOnRelease(app, cast, plans, reported);
    if (day === CLEARANCE_DAY)
      await settleClearance(app, cast, plans, clock.now().toISOString().slice(0, 10));
    await morning(app);
    clock.advance(86_400_000);
  }
  clock.moveTo(new Date());
  const documents = await compileSubmission(app, cast.secretariat, config);
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

async function report(
  app: INestApplicationContext,
  cast: Cast,
  plans: EnteredPlans,
  entry: DemoEntry,
  now: Date,
): Promise<string> {
  const progress = app.get(ProgressService);
  const actor = cast.actors[entry.by]!;
  const office = officeOf(cast, entry.mechanism);
  const {
    by: _by,
    day: _day,
    plan: _plan,
    item: _item,
    outcome,
    visibility,
    release,
    mechanism: mechanismId,
    as,
    evidence,
    ...content
  } = entry;
  const today = now.toISOString().slice(0, 10);
  const itemId = plans.item(mechanismId, entry.plan, entry.item);
  const input = readInput(NewEntryInput, {
    mechanismId,
    as,
    items: [itemId],
    periodStart: addDays(today, -60),
    periodEnd: today,
    content,
  });
  const { id } = await progress.start(actor, input);
  await progress.disclose(actor, id, { visibility, release });
  if (evidence) await app.get(EvidenceService).addLink(actor, id, evidence);
  if (outcome === 'draft') return id;
  await progress.submit(actor, id);
  if (outcome === 'accepted' || outcome === 'withdrawn') await progress.accept(office, id);
  if (outcome === 'returned')
    await progress.sendBack(office, id, 'Could you say which institutions take part?');
  if (outcome === 'withdrawn') await progress.withdraw(actor, id);
  return id;
}

async function morning(app: INestApplicationContext): Promise<void> {
  await app.get(RemindersService).sweep();
  await app.get(ClearanceSweep).sweep();
  await app.get(Outbox).sweep();
  await app.get(JobQueue).drain(60_000);
}

async function compileSubmission(
  app: INestApplicationContext,
  secretariat: Actor,
  config: Config,
): Promise<string[]> {
  const submissions = app.get(SubmissionsService);
  const title = 'Input of the Khartoum Process to the third regional review';
  const { id } = await submissions.open(secretariat, 'khartoum', {
    cycleId: 'regional-3',
    language: 'en',
    title,
  });
  await submissions.requestCompilation(secretariat, id);
  await app.get(JobQueue).drain(60_000);
  const folder = join(config.dataDir, 'documents');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const format of ['docx', 'pdf', 'html'] as const) {
    const { name, body } = await app.get(SubmissionQueryService).document(secretariat, id, format);
    paths.push(join(folder, name));
    await writeFile(paths.at(-1)!, body);
  }
  return paths;
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
