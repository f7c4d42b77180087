import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Meeting } from '../../meetings/meeting/meeting.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { LANGUAGES, type Language } from '../../platform/i18n/i18n.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { CyclesService } from '../cycles/cycles.service.js';
import { pastCycles, type ReviewCycle, upcomingCycles } from '../cycles/review-cycles.js';
import { daysLike, daysOf, overlapOf } from '../submissions/begin-document.js';
import { findTemplate } from '../templates/find-template.js';
import type { DocumentTemplate } from '../templates/template.js';
import type { Days } from '../cycles/holes.js';
import type { OpeningQuery, OverlapQuery } from './opening.dto.js';
import { proposedTitle } from './proposed-title.js';

/** The latest so many meetings are offered; an older one is begun from its own page. */
const MEETINGS = 50;

/** What a document could be begun for, and what is proposed for the one that is chosen. */
export interface Opening {
  template: DocumentTemplate;
  /** Those of its kinds, the next first. */
  cycles: readonly ReviewCycle[];
  plans: readonly Plan[];
  /** The latest first. */
  meetings: readonly Meeting[];
  chosen: { cycle: ReviewCycle | null; plan: Plan | null; meeting: Meeting | null };
  language: Language;
  /** Chosen at first. */
  languages: readonly Language[];
  /** In the order in which they are offered: those of the mechanism first. */
  offered: readonly Language[];
  title: string;
  period: { from: Day; until: Day };
  /** The last day of the last document from this template. */
  previousUntil: Day | null;
}

/** What is shown to whoever begins a document. Beginning it is SubmissionsService's. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
    private readonly cycles: CyclesService,
  ) {}

  /** Null where no template of the mechanism is named. */
  async propose(actor: Actor, mechanismId: string, query: OpeningQuery): Promise<Opening | null> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    const template =
      query.template && (await findTemplate(this.unitOfWork.read, mechanismId, query.template));
    if (!template) return null;
    const mechanism = await this.mechanisms.find(mechanismId);
    const choices = await this.choices(actor, mechanismId, template, query);
    const { cycle, plan, meeting } = choices.chosen;
    const [offered, wished] = languagesOf(mechanism, template);
    const language = query.language ?? wished[0]!;
    const about = plan ? { planId: plan.id } : meeting ? { meetingId: meeting.id } : null;
    const of = { mechanismId, templateKey: template.key, cycle: cycle ?? undefined, about };
    const days = await daysOf(this.unitOfWork.read, of, { language, title: '' }, this.clock.now());
    const period = { from: days.periodFrom, until: days.periodUntil };
    const like = { ...of, cycleId: cycle?.id ?? null };
    const ends = meeting ? [] : (await daysLike(this.unitOfWork.read, like)).map(({ until }) => until);
    return {
      template,
      ...choices,
      offered,
      language,
      languages: wished.filter((one) => one !== language),
      title: proposedTitle({ mechanism, template, language, cycle, plan, meeting, period }),
      period,
      previousUntil: ends.sort().at(-1) ?? null,
    };
  }

  /** The days that another document of the template covers, too: allowed, and said. */
  async overlap(actor: Actor, mechanismId: string, query: OverlapQuery): Promise<Days | null> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    const { template, cycleId, planId, meetingId, periodFrom: from, periodUntil: until } = query;
    if (!template || !from || !until) return null;
    const about = { ...(planId && { planId }), ...(meetingId && { meetingId }) };
    const like = { mechanismId, templateKey: template, cycleId, about };
    return overlapOf(this.unitOfWork.read, like, { from, until });
  }

  private async choices(actor: Actor, mechanismId: string, template: DocumentTemplate, query: OpeningQuery) {
    const none = { cycles: [], plans: [], meetings: [] };
    const chosen = { cycle: null, plan: null, meeting: null };
    switch (template.occasion) {
      case 'cycle': {
        const now = this.clock.now();
        const all = await this.cycles.all();
        const cycles = [...upcomingCycles(now, all), ...pastCycles(now, all)].filter(({ kind }) =>
          template.cycleKinds?.includes(kind),
        );
        const cycle = cycles.find(({ id }) => id === query.cycleId) ?? cycles[0] ?? null;
        return { ...none, cycles, chosen: { ...chosen, cycle } };
      }
      case 'plan': {
        const plans = await this.plans.list(actor, mechanismId);
        const inForce = plans.find(({ state }) => state === 'adopted') ?? plans[0] ?? null;
        const plan = plans.find(({ id }) => id === query.planId) ?? inForce;
        return { ...none, plans, chosen: { ...chosen, plan } };
      }
      case 'meeting': {
        const meetings = await this.meetingsOf(mechanismId, query.meetingId);
        const today = this.clock.now().toISOString().slice(0, 10);
        const last = meetings.find(({ firstDay }) => firstDay <= today) ?? meetings[0] ?? null;
        const meeting = meetings.find(({ id }) => id === query.meetingId) ?? last;
        return { ...none, meetings, chosen: { ...chosen, meeting } };
      }
      case 'period':
        return { ...none, chosen };
    }
  }

  private async meetingsOf(mechanismId: string, named: string | null): Promise<Meeting[]> {
    const { read } = this.unitOfWork;
    const order = { firstDay: 'DESC', id: 'ASC' } as const;
    const latest = await read.find(Meeting, { where: { mechanismId }, order, take: MEETINGS });
    if (!named || latest.some(({ id }) => id === named)) return latest;
    return [...latest, ...(await read.findBy(Meeting, { id: named, mechanismId }))];
  }
}

/** Those that are offered, and those that are chosen at first, the original before the others. */
function languagesOf(
  { languages }: Mechanism,
  template: DocumentTemplate,
): [offered: Language[], wished: Language[]] {
  const known = (some: readonly string[]) =>
    some.filter((one): one is Language => (LANGUAGES as readonly string[]).includes(one));
  const offered = [...new Set([...known(languages), ...LANGUAGES])];
  const own = known(languages);
  // Of what a receiver takes, those in which the mechanism works come first.
  const taken = known(template.languages ?? []);
  const wished = taken.length > 0 ? [...own.filter((one) => taken.includes(one)), ...taken] : own;
  return [offered, [...new Set(wished.length > 0 ? wished : (['en'] as const))]];
}
