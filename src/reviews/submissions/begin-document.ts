import type { EntityManager } from 'typeorm';
import { Meeting } from '../../meetings/meeting/meeting.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { registryEntry } from '../../mechanisms/registry/registry.js';
import { InvalidError } from '../../platform/errors.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { proposedPeriod } from '../cycles/covered-period.js';
import { type Days, demandNoHole, overlapWith } from '../cycles/holes.js';
import { reviewCycle, type ReviewCycle } from '../cycles/review-cycles.js';
import { templateOfCycle } from '../templates/begun-from.js';
import { findTemplate } from '../templates/find-template.js';
import { periodOf } from './period-of.js';
import type { SubmissionInput } from './submission.dto.js';
import { type DocumentSubject, Submission } from './submission.entity.js';

/** What is asked for; all but language and title may be left to what is proposed. */
export type NewDocument = Pick<SubmissionInput, 'language' | 'title'> & Partial<SubmissionInput>;

/** The rows of a new document: its template's shape, copied, and the days it covers. Throws InvalidError at a field. */
export async function begun(manager: EntityManager, mechanismId: string, input: NewDocument, now: Date) {
  const { language, title } = input;
  const cycleId = input.cycleId ?? null;
  const cycle = cycleId ? reviewCycle(cycleId) : undefined;
  if (cycleId && !cycle) throw InvalidError.field('cycleId', 'error.choice');
  const key = input.template ?? (cycle && templateOfCycle(cycle));
  if (!key) throw InvalidError.field('template', 'error.required');
  const template = await findTemplate(manager, mechanismId, key);
  if (!template) throw InvalidError.field('template', 'error.choice');
  const about = await subjectOf(manager, mechanismId, input);
  const languages = (input.languages ?? []).filter((one) => one !== language);
  const days = await daysOf(manager, { mechanismId, templateKey: key, cycle, about }, input, now);
  return {
    row: {
      ...{ mechanismId, templateKey: key, cycleId, form: template.form, about, language, title },
      languages: [...new Set<string>(languages)],
      titles: {},
      heading: null,
      ...days,
      state: 'drafting' as const,
      compilation: 'none' as const,
      createdAt: now,
    },
    sections: template.sections,
  };
}

/** The id of a document that was begun for the same and is called the same; null when there is none. */
export async function alreadyBegun(
  manager: EntityManager,
  { mechanismId, templateKey, cycleId, language, title, about }: Awaited<ReturnType<typeof begun>>['row'],
): Promise<string | null> {
  const found = await manager.find(Submission, {
    select: { id: true, cycleId: true, about: true },
    where: { mechanismId, templateKey, language, title },
  });
  const same = (one: Submission) =>
    one.cycleId === cycleId &&
    one.about?.planId === about?.planId &&
    one.about?.meetingId === about?.meetingId;
  return found.find(same)?.id ?? null;
}

async function subjectOf(
  manager: EntityManager,
  mechanismId: string,
  { planId, meetingId }: NewDocument,
): Promise<DocumentSubject | null> {
  if (planId && !(await manager.existsBy(Plan, { id: planId, mechanismId })))
    throw InvalidError.field('planId', 'error.choice');
  if (meetingId && !(await manager.existsBy(Meeting, { id: meetingId, mechanismId })))
    throw InvalidError.field('meetingId', 'error.choice');
  return planId || meetingId ? { ...(planId && { planId }), ...(meetingId && { meetingId }) } : null;
}

interface Covering {
  mechanismId: string;
  templateKey: string;
  cycle: ReviewCycle | undefined;
  about: DocumentSubject | null;
}

/**
 * The days of the documents that another one goes on from: of the same template, and about the same plan. One for the
 * same cycle stands beside it, not before it.
 */
export async function daysLike(
  manager: EntityManager,
  {
    mechanismId,
    templateKey,
    cycleId,
    about,
  }: Pick<Submission, 'mechanismId' | 'templateKey' | 'cycleId' | 'about'>,
  except?: string,
) {
  const found = await manager.findBy(Submission, { mechanismId, templateKey });
  return found
    .filter((one) => one.id !== except && one.about?.planId === about?.planId)
    .filter((one) => cycleId === null || one.cycleId !== cycleId)
    .map(periodOf);
}

/** The days that another document of the template covers, too; of what is about a meeting nobody asks. */
export async function overlapOf(
  manager: EntityManager,
  like: Parameters<typeof daysLike>[1],
  chosen: Days,
  except?: string,
): Promise<Days | null> {
  if (like.about?.meetingId) return null;
  return overlapWith(await daysLike(manager, like, except), chosen);
}

/** The days as they were chosen, else as they are proposed. */
export async function daysOf(
  manager: EntityManager,
  { mechanismId, templateKey, cycle, about }: Covering,
  { periodFrom, periodUntil }: NewDocument,
  now: Date,
): Promise<{ periodFrom: Day; periodUntil: Day }> {
  const { zone } = await manager.findOneByOrFail(Mechanism, { id: mechanismId });
  const meeting = about?.meetingId ? await manager.findOneBy(Meeting, { id: about.meetingId }) : null;
  // What is about a meeting covers its days, with time between one and the next.
  if (meeting)
    return {
      periodFrom: periodFrom ?? meeting.firstDay,
      periodUntil: periodUntil ?? meeting.lastDay,
    };
  const others = await daysLike(manager, { mechanismId, templateKey, cycleId: cycle?.id ?? null, about });
  const ends = others.map(({ until }) => until).sort();
  const plan = about?.planId ? await manager.findOneBy(Plan, { id: about.planId }) : null;
  const proposed = proposedPeriod({
    cycle: cycle ?? null,
    commissions: registryEntry(mechanismId)?.commissions,
    previous: ends.length > 0 ? { until: ends.at(-1)! } : null,
    today: dayIn(zone, now),
    plan: plan?.periodStart && plan.periodEnd ? { from: plan.periodStart, until: plan.periodEnd } : undefined,
  });
  const chosen = { from: periodFrom ?? proposed.from, until: periodUntil ?? proposed.until };
  if (chosen.until < chosen.from) throw InvalidError.field('periodUntil', 'error.endsBeforeStart');
  if (periodFrom || periodUntil) demandNoHole(others, chosen);
  return { periodFrom: chosen.from, periodUntil: chosen.until };
}
