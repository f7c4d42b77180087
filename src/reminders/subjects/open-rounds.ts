import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere, In, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import { Round, RoundAddressee } from '../../rounds/round/round.entity.js';
import { FINISHED } from '../../rounds/round/round.workflow.js';
import type { OpenItem } from './open-items.js';
import type { Owner } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';

/** Whether a rule speaks about rounds: one that counts days from a day, and is not about one plan. */
export const aboutRounds = (rule: Pick<ReminderRule, 'kind' | 'planId'>): boolean =>
  rule.kind !== 'periodic' && rule.planId === null;

/**
 * Open rounds as something people may be asked about: the day is the round's, and those who answer for it are the
 * addressees that have neither handed in nor said that they prefer not to report.
 */
@Injectable()
export class OpenRounds {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  dueOn(rule: ReminderRule, days: readonly Day[]): Promise<OpenItem[]> {
    return this.find(rule, { dueDay: In(days) });
  }

  dueBetween(rule: ReminderRule, from: Day, until: Day): Promise<OpenItem[]> {
    return this.find(rule, { dueDay: Between(from, until) });
  }

  /** The rounds among some ids, open or not. */
  async among(ids: readonly string[]): Promise<Map<string, Round>> {
    const rounds = await this.unitOfWork.read.findBy(Round, { id: In(ids) });
    return new Map(rounds.map((round) => [round.id, round]));
  }

  /** Who has not finished, by round. */
  async waiting(roundIds: readonly string[]): Promise<Map<string, Owner[]>> {
    const waiting = new Map<string, Owner[]>();
    const where = { roundId: In(roundIds), state: Not(In(FINISHED)) };
    for (const { roundId, kind, subject } of await this.unitOfWork.read.findBy(RoundAddressee, where))
      waiting.set(roundId, [...(waiting.get(roundId) ?? []), { kind, subject }]);
    return waiting;
  }

  private async find(rule: ReminderRule, due: FindOptionsWhere<Round>): Promise<OpenItem[]> {
    if (!aboutRounds(rule)) return [];
    const where = { mechanismId: rule.mechanismId, state: 'open' as const, ...due };
    const rounds = await this.unitOfWork.read.find(Round, { where, order: { id: 'ASC' } });
    const waiting = await this.waiting(rounds.map(({ id }) => id));
    // Without anybody left it is nobody's: an item without owners would be the secretariat's.
    return rounds
      .filter(({ id }) => waiting.has(id))
      .map(({ id, dueDay }) => ({ id, whenStart: null, whenEnd: dueDay, owners: waiting.get(id)! }));
  }
}
