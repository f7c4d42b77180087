import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Mechanism, type Membership } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { holdsOn } from '../../../mechanisms/mechanism/period.js';
import { registryEntry } from '../../../mechanisms/registry/registry.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import { addDays, type Day } from '../../../platform/i18n/day.js';
import { Plan, PlanItem } from '../../../plans/plan/plan.entity.js';
import { coveredPeriod } from '../../cycles/covered-period.js';
import { CyclesService } from '../../cycles/cycles.service.js';
import type { ReviewCycle } from '../../cycles/review-cycles.js';
import type { DocumentAsk } from '../ask.js';
import type { DocumentFacts, MechanismFacts, PlanFacts } from './document-facts.js';
import { itemFacts } from './item-facts.js';

/** Reads what a document is compiled from beside the entries. */
@Injectable()
export class DocumentFactsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cycles: CyclesService,
  ) {}

  /** Throws NotFoundError where the mechanism or the cycle is none. */
  async of(ask: DocumentAsk): Promise<DocumentFacts> {
    const { mechanismId, cycleId, about } = ask;
    const cycle = cycleId === null ? null : await this.cycles.find(cycleId);
    const found = await this.unitOfWork.read.findOne(Mechanism, {
      where: { id: mechanismId },
      relations: { memberships: true, terms: true },
    });
    if (!found) throw new NotFoundError('mechanism');
    const today = dayIn(found.zone, this.clock.now());
    const period = periodOf(ask, cycle, today);
    const plans = (await this.plansOf(mechanismId)).filter((plan) =>
      about?.planId ? plan.id === about.planId : isInForce(plan, period),
    );
    return {
      mechanism: mechanismFacts(found, today < period.until ? today : period.until),
      cycle,
      period,
      ongoing: today < period.until,
      plans: plans.map(planFacts),
      items: await this.items(plans),
    };
  }

  private async plansOf(mechanismId: string): Promise<Plan[]> {
    const plans = await this.unitOfWork.read.find(Plan, { where: { mechanismId } });
    // In code, since the databases disagree on where a plan without a period comes.
    const place = ({ periodStart, id }: Plan) => `${periodStart ?? ''} ${id}`;
    return plans.sort((a, b) => place(a).localeCompare(place(b)));
  }

  private async items(plans: readonly Plan[]) {
    if (plans.length === 0) return [];
    const items = await this.unitOfWork.read.find(PlanItem, {
      where: { planId: In(plans.map((plan) => plan.id)) },
      relations: { objectives: true, principles: true },
      order: { position: 'ASC', id: 'ASC' },
      relationLoadStrategy: 'query',
    });
    return plans.flatMap((plan) => itemFacts(items.filter((item) => item.planId === plan.id)));
  }
}

function periodOf(
  { periodFrom, periodUntil, mechanismId }: DocumentAsk,
  cycle: ReviewCycle | null,
  today: Day,
): DocumentFacts['period'] {
  const own = cycle && coveredPeriod(cycle, registryEntry(mechanismId)?.commissions);
  return {
    from: periodFrom ?? own?.from ?? addDays(today, -365),
    until: periodUntil ?? own?.until ?? today,
  };
}

/** Those who take part on a day: the last one that the document covers, or today. */
function mechanismFacts(found: Mechanism, day: Day): MechanismFacts {
  const { id, category, fewestReporters, memberships, terms } = found;
  const { officialName, officialNames, shortName, shortNames, languages, abbreviation } = found;
  const here = memberships.filter((one) => holdsOn(one, day));
  const codes = (kind: Membership['kind']) =>
    here
      .filter((one) => one.kind === kind)
      .map((one) => one.stateCode)
      .sort();
  const term = (office: string) => terms.find((one) => one.office === office && holdsOn(one, day));
  const chair = term('chair');
  return {
    id,
    named: { id, officialName, officialNames, shortName, shortNames, languages, abbreviation },
    category,
    members: codes('member'),
    observers: codes('observer'),
    footnotes: [...new Set(here.flatMap(({ footnote }) => footnote ?? []))].sort(),
    chair: chair ? { state: chair.stateCode, holder: chair.holder } : null,
    secretariat: term('secretariat')?.holder ?? null,
    fewestReporters,
  };
}

/** Drafts are nobody's plan yet, and what was superseded is counted in the plan that took its place. */
const isInForce = ({ state, periodStart, periodEnd }: Plan, { from, until }: DocumentFacts['period']) =>
  state !== 'draft' &&
  state !== 'superseded' &&
  (periodEnd === null || periodEnd >= from) &&
  (periodStart === null || periodStart <= until);

const planFacts = (plan: Plan): PlanFacts => {
  const { id, title, periodStart, periodEnd, adoptedBy, adoptedOn, version } = plan;
  return { id, title, periodStart, periodEnd, adoptedBy, adoptedOn, seal: String(version) };
};
