import { Injectable } from '@nestjs/common';
import { Between, In, IsNull } from 'typeorm';
import { Indicator, Reading } from '../../../indicators/indicator.entity.js';
import { overlap } from '../../../mechanisms/mechanism/period.js';
import { Decision } from '../../../meetings/decisions/decision.entity.js';
import { AgendaItem, Meeting } from '../../../meetings/meeting/meeting.entity.js';
import { inSlices } from '../../../platform/database/in-slices.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Priority } from '../../../plans/priorities/priority.entity.js';
import { PlanItem } from '../../../plans/plan/plan.entity.js';
import { Practice } from '../../../practices/practice.entity.js';
import type { ContentKind } from '../../templates/template.js';
import type { AskedSection, DocumentAsk } from '../ask.js';
import type { DocumentFacts } from '../facts/document-facts.js';
import type { HeldMeeting, Material, TableItem } from './material.js';
import { picturesFor } from './pictures.js';

/**
 * Reads what the contents of a section are put together from. A document for a review leaves the mechanism, so it holds
 * only practices and meetings that are public; any other may hold what the mechanism's members read.
 */
@Injectable()
export class MaterialService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(ask: DocumentAsk, { contents }: AskedSection, facts: DocumentFacts): Promise<Material> {
    const asksFor = (...kinds: ContentKind[]) => contents.some(({ kind }) => kinds.includes(kind));
    const items = asksFor('matrix', 'timeline', 'goals', 'partnerships')
      ? await this.items(facts)
      : undefined;
    const indicators = asksFor('indicators') ? await this.indicators(facts) : undefined;
    return {
      items,
      indicators,
      ...(asksFor('practices') && { practices: await this.practices(ask) }),
      ...(asksFor('meetings') && { meetings: await this.meetings(ask, facts) }),
      ...(asksFor('record') && { record: await this.record(ask) }),
      ...(asksFor('priorities') && { priorities: await this.priorities(facts) }),
      ...(asksFor('map', 'timeline', 'indicators') && {
        pictures: await picturesFor(ask, contents, facts, { items, indicators }),
      }),
    };
  }

  private async items({ plans }: DocumentFacts): Promise<Map<string, TableItem>> {
    if (plans.length === 0) return new Map();
    const rows = await this.unitOfWork.read.find(PlanItem, {
      where: { planId: In(plans.map(({ id }) => id)) },
      relations: { owners: true, references: true },
      relationLoadStrategy: 'query',
    });
    const indicators = await inSlices(
      rows.map(({ id }) => id),
      (itemIds) =>
        this.unitOfWork.read.find(Indicator, { where: { itemId: In(itemIds) }, order: { id: 'ASC' } }),
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { ...row, indicators: indicators.filter(({ itemId }) => itemId === row.id) },
      ]),
    );
  }

  /** With the readings of the period that stand, none of them broken down. */
  private async indicators({ items, period }: DocumentFacts) {
    const { read } = this.unitOfWork;
    const found = await inSlices(
      items.map(({ id }) => id),
      (itemIds) => read.find(Indicator, { where: { itemId: In(itemIds) }, order: { id: 'ASC' } }),
    );
    const readings = await inSlices(
      found.map(({ id }) => id),
      (ids) =>
        read.find(Reading, {
          where: { indicatorId: In(ids), supersededAt: IsNull() },
          order: { start: 'ASC', end: 'ASC', id: 'ASC' },
        }),
    );
    const whole = readings.filter(
      ({ sex, ageGroup, migrationStatus, other, start, end }) =>
        (sex ?? ageGroup ?? migrationStatus ?? other) === null && end >= period.from && start <= period.until,
    );
    return found.map((indicator) => ({
      indicator,
      readings: whole.filter(({ indicatorId }) => indicatorId === indicator.id),
    }));
  }

  private async practices({ mechanismId, cycleId }: DocumentAsk): Promise<Practice[]> {
    const shared = await this.unitOfWork.read.find(Practice, {
      where: [
        { mechanismId, state: 'shared', isPublic: true },
        { state: 'shared', shares: { mechanismId } },
      ],
      relations: { shares: true },
    });
    const open = shared.filter(({ isPublic }) => isPublic || cycleId === null);
    const title = ({ title: text, id }: Practice) => `${text} ${id}`;
    return open.sort((a, b) => (title(a) < title(b) ? -1 : 1));
  }

  private async meetings(
    { mechanismId, cycleId }: DocumentAsk,
    { period }: DocumentFacts,
  ): Promise<HeldMeeting[]> {
    const meetings = await this.unitOfWork.read.find(Meeting, {
      where: {
        mechanismId,
        state: 'held' as const,
        firstDay: Between(period.from, period.until),
        ...(cycleId !== null && { isPublic: true }),
      },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    return this.withDecisions(meetings);
  }

  private async record({ about, mechanismId }: DocumentAsk): Promise<Material['record']> {
    if (!about?.meetingId) return undefined;
    const meeting = await this.unitOfWork.read.findOneBy(Meeting, { id: about.meetingId, mechanismId });
    if (!meeting) return undefined;
    const agenda = await this.unitOfWork.read.find(AgendaItem, {
      where: { meetingId: meeting.id },
      order: { position: 'ASC', id: 'ASC' },
    });
    return { ...(await this.withDecisions([meeting]))[0]!, agenda };
  }

  private async withDecisions(meetings: Meeting[]): Promise<HeldMeeting[]> {
    const decisions = await inSlices(
      meetings.map(({ id }) => id),
      (ids) =>
        this.unitOfWork.read.find(Decision, {
          where: { meetingId: In(ids) },
          order: { position: 'ASC', id: 'ASC' },
        }),
    );
    return meetings.map((meeting) => ({
      meeting,
      decisions: decisions.filter(({ meetingId }) => meetingId === meeting.id),
    }));
  }

  private async priorities({ plans, period }: DocumentFacts) {
    const found = await inSlices(
      plans.map(({ id }) => id),
      (planIds) =>
        this.unitOfWork.read.find(Priority, {
          where: { planId: In(planIds) },
          order: { fromDay: 'ASC', createdAt: 'ASC', id: 'ASC' },
        }),
    );
    return found
      .filter((one) => overlap(one, { fromDay: period.from, untilDay: period.until }))
      .map(({ itemId, setBy, note }) => ({ itemId, setBy, note }));
  }
}
