import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PlanItem } from '../../plans/plan/plan.entity.js';

/**
 * Days for which one audience sees something reported about an item: what the board counts, so that it costs what the
 * items cost, however many entries there are. Made of the entries by `EntryIndex`, in the transaction that changes any
 * of them. All columns are in the key, in this order: an answer is read from it alone.
 */
@Entity('reported_days')
export class ReportedDays {
  /** The item's, which never changes. */
  @PrimaryColumn({ type: 'varchar', length: 36 }) planId!: string;
  /** See `audiencesOf`. */
  @PrimaryColumn({ type: 'varchar', length: 200 }) audience!: string;
  @Index() @PrimaryColumn({ type: 'varchar', length: 36 }) itemId!: string;
  /** Last of the days. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) untilDay!: string;
  @PrimaryColumn({ type: 'varchar', length: 10 }) fromDay!: string;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}
