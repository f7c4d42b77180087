import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Text, Version } from '../platform/database/columns.js';
import type { Decimal } from '../platform/i18n/decimal.js';
import type { Localized } from '../platform/i18n/localized.js';
import { PlanItem } from '../plans/plan/plan.entity.js';
import type { Period } from './period.js';
import type { Sex } from './vocabulary.js';

/** What is aimed at for a year: a figure, or the plan's words ("at least one in each region"), or both. */
export interface Target {
  year: number;
  value: Decimal | null;
  text: string | null;
}

/** By what a plan item is measured, as the plan states it. Figures are decimal text: none is ever rounded. */
@Entity('indicator')
export class Indicator {
  @Id() id!: string;
  @Index() @Ref() itemId!: string;
  /** The plan's own code; text, like the code of an item. */
  @Short(40) code!: string;
  @Json() title!: Localized;
  @Json({ nullable: true }) unit!: Localized | null;
  @Short(40, { nullable: true }) baselineValue!: Decimal | null;
  @Int({ nullable: true }) baselineYear!: number | null;
  /** The baseline in the plan's words ("to be established"). */
  @Short(300, { nullable: true }) baselineText!: string | null;
  /** As the plan states them, in its order; it may state two for one year. */
  @Json() targets!: Target[];
  @Json({ nullable: true }) source!: Localized | null;
  /** Name of the one free dimension by which readings may be broken down ("Sector"). */
  @Short(100, { nullable: true }) otherDimension!: string | null;
  @Moment() createdAt!: Date;
  @Version() version!: number;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
  @OneToMany(() => Reading, (reading) => reading.indicator) readings!: Relation<Reading>[];
}

/**
 * One reading, for the mechanism as a whole. It never changes: a correction is a reading of its own, and the old one
 * stays, superseded.
 */
@Entity('indicator_reading')
@Index(['indicatorId', 'start'])
export class Reading {
  @Id() id!: string;
  @Ref() indicatorId!: string;
  @Short(12) precision!: Period['precision'];
  @Day() start!: string;
  /** Last day of the period. */
  @Day() end!: string;
  @Short(40) value!: Decimal;
  /** Null for both sexes together; so with the other dimensions. */
  @Short(20, { nullable: true }) sex!: Sex | null;
  /** In the source's own words, like the dimensions that follow. */
  @Short(100, { nullable: true }) ageGroup!: string | null;
  @Short(100, { nullable: true }) migrationStatus!: string | null;
  @Short(200, { nullable: true }) other!: string | null;
  @Text({ nullable: true }) source!: string | null;
  @Text({ nullable: true }) note!: string | null;
  @Moment() recordedAt!: Date;
  @Short(200) recordedBy!: string;
  /** The reading this one corrects. */
  @Ref({ nullable: true }) correctsId!: string | null;
  /** When it was corrected or taken back; null while it stands. */
  @Moment({ nullable: true }) supersededAt!: Date | null;
  @Text({ nullable: true }) supersededReason!: string | null;
  @ManyToOne(() => Indicator, (indicator) => indicator.readings, { onDelete: 'CASCADE' })
  indicator!: Relation<Indicator>;
}
