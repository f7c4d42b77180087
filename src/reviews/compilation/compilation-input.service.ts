import { officialNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Mechanism, type Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import { Disclosure, Entry } from '../../progress/entries/entry.entity.js';
import { ReleasedEntriesService } from '../../progress/release/released-entries.service.js';
import { type ReleasedSource } from '../../progress/release/released-entry.js';
import { EntrySummary } from '../../progress/summaries/summary.entity.js';
import type { CompileInput, MechanismFacts } from './compile-input.js';
import type { CoveredPeriod } from '../cycles/covered-period.js';
import { periodOf } from '../submissions/period-of.js';
import { itemFacts } from './item-facts.js';
import { CyclesService } from '../cycles/cycles.service.js';
import type { Submission } from '../submissions/submission.entity.js';

/** Reads what a submission is compiled from. Entries come through ReleasedEntriesService only. */
@Injectable()
export class CompilationInputService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly released: ReleasedEntriesService,
    private readonly clock: Clock,
    private readonly cycles: CyclesService,
  ) {}

  async gather(
    submission: Pick<
      Submission,
      'mechanismId' | 'cycleId' | 'language' | 'title' | 'periodFrom' | 'periodUntil'
    >,
  ): Promise<Omit<CompileInput, 'entries' | 'named' | 'said'> & { released: ReleasedSource[] }> {
    const { mechanismId, cycleId, language, title } = submission;
    if (!cycleId) throw new NotFoundError('review cycle');
    const cycle = await this.cycles.find(cycleId);
    const period = periodOf(submission);
    const all = await this.plansOf(mechanismId);
    const plans = all.filter((plan) => isInForce(plan, period));
    return {
      language,
      title,
      mechanism: await this.mechanism(mechanismId, language),
      cycle,
      period,
      plans,
      items: await this.items(plans),
      released: await this.released.sources(mechanismId, period),
    };
  }

  /**
   * Changes whenever anything may have been released, withdrawn or accepted in the mechanism, or a summary approved, and
   * costs two queries without any text. It knows nothing of the rule for what is released: that is the ReleasedEntriesService's alone.
   */
  async fingerprint(mechanismId: string): Promise<string> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(Disclosure, 'disclosure')
      .innerJoin(Entry, 'entry', 'entry.id = disclosure.entryId')
      .select('disclosure.entryId', 'id')
      .addSelect('disclosure.release', 'release')
      .addSelect('entry.state', 'state')
      .addSelect('disclosure.acceptedVersion', 'version')
      // A link made anew is accepted anew, and may be about other items.
      .addSelect('disclosure.acceptedAt', 'at')
      .where('disclosure.mechanismId = :mechanismId', { mechanismId })
      .getRawMany<{ id: string; release: string; state: string; version: number; at: string | null }>();
    const approved = await this.unitOfWork.read.find(EntrySummary, {
      select: { id: true },
      where: { mechanismId, state: 'approved' },
    });
    const lines = [
      ...rows.map(({ id, release, state, version, at }) => [id, release, state, version, at].join(' ')),
      ...approved.map(({ id }) => id),
    ].sort();
    return createHash('sha256').update(lines.join('\n')).digest('base64url');
  }

  private async plansOf(mechanismId: string): Promise<Plan[]> {
    const plans = await this.unitOfWork.read.find(Plan, { where: { mechanismId } });
    // In code, since the databases disagree on where a plan without a period comes.
    const place = ({ periodStart, id }: Plan) => `${periodStart ?? ''} ${id}`;
    return plans.sort((a, b) => place(a).localeCompare(place(b)));
  }

  private async items(plans: Plan[]) {
    const items = await this.unitOfWork.read.find(PlanItem, {
      where: { planId: In(plans.map((plan) => plan.id)) },
      relations: { objectives: true },
      order: { position: 'ASC', id: 'ASC' },
    });
    return plans.flatMap((plan) => itemFacts(items.filter((item) => item.planId === plan.id)));
  }

  private async mechanism(id: string, language: string): Promise<MechanismFacts> {
    const found = await this.unitOfWork.read.findOne(Mechanism, {
      where: { id },
      relations: { memberships: true, terms: true },
    });
    if (!found) throw new NotFoundError('mechanism');
    const today = dayIn(found.zone, this.clock.now());
    const { abbreviation, category, fewestReporters } = found;
    const codes = (kind: Membership['kind']) =>
      found.memberships
        .filter((one) => one.kind === kind && holds(one, today))
        .map((one) => one.stateCode)
        .sort();
    const term = (office: string) => found.terms.find((one) => one.office === office && holds(one, today));
    const chair = term('chair');
    return {
      id,
      officialName: officialNameIn(found, language),
      abbreviation,
      category,
      members: codes('member'),
      observers: codes('observer'),
      footnotes: [
        ...new Set(
          found.memberships.filter((one) => holds(one, today)).flatMap(({ footnote }) => footnote ?? []),
        ),
      ].sort(),
      chair: chair ? { state: chair.stateCode, holder: chair.holder } : null,
      secretariat: term('secretariat')?.holder ?? null,
      fewestReporters,
    };
  }
}

/** Drafts are nobody's plan yet, and what was superseded is counted in the plan that took its place. */
const isInForce = ({ state, periodStart, periodEnd }: Plan, { from, until }: CoveredPeriod) =>
  state !== 'draft' &&
  state !== 'superseded' &&
  (periodEnd === null || periodEnd >= from) &&
  (periodStart === null || periodStart <= until);

const holds = ({ fromDay, untilDay }: { fromDay: Day | null; untilDay: Day | null }, day: Day) =>
  (fromDay === null || fromDay <= day) && (untilDay === null || untilDay >= day);
