import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, type FieldErrors, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { asTyped, type CorrectionInput, MOST_READINGS, type ReadingInput } from './reading.dto.js';
import { type Indicator, Reading } from './indicator.entity.js';
import { IndicatorsService } from './indicators.service.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { identityOf, problemsOf, readRows } from './reading-checks.js';

/** How the fields of one of several readings are named. */
const LINE = (index: number) => `readings.${index}.`;

/**
 * Readings of indicators: what the secretariat records for the mechanism as a whole, in whatever state the plan is,
 * since figures come when the work is done, and after. What States report is theirs, and not here.
 */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly indicators: IndicatorsService,
    private readonly queries: ReadingsQueryService,
    private readonly history: History,
  ) {}

  /**
   * A reading that holds and its indicator, for somebody who means to correct it. Throws ConflictError when it was
   * corrected or taken back.
   */
  async findToCorrect(actor: Actor, id: string): Promise<{ reading: Reading; indicator: Indicator }> {
    const reading = await this.unitOfWork.read.findOneBy(Reading, { id });
    if (!reading) throw new NotFoundError('reading');
    const indicator = await this.indicators.findToEdit(actor, reading.indicatorId);
    if (reading.supersededAt) throw new ConflictError('error.readingSuperseded');
    return { reading, indicator };
  }

  async add(actor: Actor, indicatorId: string, input: ReadingInput): Promise<Reading> {
    return this.unitOfWork.run(async (manager) => {
      const indicator = await this.indicators.findToEdit(actor, indicatorId);
      this.admit([input], await this.queries.current([indicatorId]), () => '');
      const reading = this.newReading(actor, indicatorId, input, null);
      await this.save(manager, actor, indicator, 'reading.add', reading);
      return reading;
    });
  }

  /**
   * Looks at rows of readings as they were typed, without recording them. Throws InvalidError, with everything that
   * is wrong in any of them as `readings.<index>.<column>`.
   */
  async look(actor: Actor, indicatorId: string, rows: readonly unknown[]): Promise<ReadingInput[]> {
    await this.indicators.findToEdit(actor, indicatorId);
    if (rows.length > MOST_READINGS)
      throw InvalidError.field('readings', 'error.tooBig', { maximum: MOST_READINGS });
    if (rows.length === 0) throw InvalidError.field('readings', 'error.noLines');
    const { inputs, errors } = readRows(rows, LINE);
    this.admit(inputs, await this.queries.current([indicatorId]), LINE, errors);
    // Nothing was wrong, so none is null.
    return inputs.filter((input) => input !== null);
  }

  /** Records several readings, all or none. Throws as `look` does. */
  async addAll(actor: Actor, indicatorId: string, inputs: ReadingInput[]): Promise<Reading[]> {
    return this.unitOfWork.run(async (manager) => {
      const indicator = await this.indicators.findToEdit(actor, indicatorId);
      this.admit(inputs, await this.queries.current([indicatorId]), LINE);
      const readings = inputs.map((input) => this.newReading(actor, indicatorId, input, null));
      for (const reading of readings) await this.save(manager, actor, indicator, 'reading.add', reading);
      return readings;
    });
  }

  /** Puts a reading in the place of another, which stays as it was, with the reason. Throws ConflictError when it does not stand. */
  async correct(actor: Actor, id: string, { reason, ...input }: CorrectionInput): Promise<Reading> {
    return this.unitOfWork.run(async (manager) => {
      const { reading: old, indicator } = await this.findToCorrect(actor, id);
      if (identityOf(old) === identityOf(input) && old.note === input.note) {
        throw InvalidError.field('value', 'error.nothingCorrected');
      }
      const others = (await this.queries.current([indicator.id])).filter((one) => one.id !== id);
      this.admit([input], others, () => '');
      await this.supersede(manager, id, reason);
      const reading = this.newReading(actor, indicator.id, input, id);
      await this.save(manager, actor, indicator, 'reading.correct', reading, { ...asTyped(old), reason });
      return reading;
    });
  }

  /** Takes a reading back that should not have been recorded; it stays, with the reason. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<Indicator> {
    return this.unitOfWork.run(async (manager) => {
      const { reading, indicator } = await this.findToCorrect(actor, id);
      await this.supersede(manager, id, reason);
      await this.record(actor, indicator, 'reading.withdraw', id, { ...asTyped(reading), reason });
      return indicator;
    });
  }

  private admit(
    inputs: (ReadingInput | null)[],
    standing: Reading[],
    place: (index: number) => string,
    errors: FieldErrors = {},
  ): void {
    const today = this.clock.now().toISOString().slice(0, 10);
    const problems = { ...problemsOf(inputs, standing, today, place), ...errors };
    if (Object.keys(problems).length > 0) throw new InvalidError(problems);
  }

  private newReading(
    actor: Actor,
    indicatorId: string,
    input: ReadingInput,
    correctsId: string | null,
  ): Reading {
    const { period, ...rest } = input;
    return Object.assign(new Reading(), {
      ...rest,
      ...period,
      id: uuid(),
      indicatorId,
      correctsId,
      recordedAt: this.clock.now(),
      recordedBy: actor.name,
      supersededAt: null,
      supersededReason: null,
    });
  }

  private async supersede(manager: EntityManager, id: string, reason: string | null): Promise<void> {
    const now = { supersededAt: this.clock.now(), supersededReason: reason };
    const where = { id, supersededAt: IsNull() };
    await change(manager, Reading, where, now, { reason: 'error.readingSuperseded' });
  }

  private async save(
    manager: EntityManager,
    actor: Actor,
    indicator: Indicator,
    action: string,
    reading: Reading,
    before?: Record<string, unknown>,
  ): Promise<void> {
    await manager.insert(Reading, reading);
    await this.record(actor, indicator, action, reading.id, before, asTyped(reading));
  }

  private record(
    actor: Actor,
    { id, code, item }: Indicator,
    action: string,
    readingId: string,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
  ): Promise<void> {
    const about = { indicator: code, indicatorId: id };
    return this.history.record(actor, {
      action,
      subjectKind: 'reading',
      subjectId: readingId,
      scope: item.plan.mechanismId,
      before: before && { ...about, ...before },
      after: after && { ...about, ...after },
    });
  }
}
