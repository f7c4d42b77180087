import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Ref, Short } from '../../platform/database/columns.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';

/**
 * What one reporter's last accepted report that names a status says of an item, for one audience that may read it: what
 * the board counts beside the plan's own status. Made of the entries by `EntryIndex`, as `ReportedDays` is.
 */
@Entity('reported_status')
export class ReportedStatus {
  /** The item's, which never changes. */
  @PrimaryColumn({ type: 'varchar', length: 36 }) planId!: string;
  /** See `audiencesOf`. */
  @PrimaryColumn({ type: 'varchar', length: 200 }) audience!: string;
  @Index() @PrimaryColumn({ type: 'varchar', length: 36 }) itemId!: string;
  /** Whose report: one counts for each, and its name is shown nowhere. */
  @PrimaryColumn({ type: 'varchar', length: 140 }) voice!: string;
  @Short(12) status!: ItemStatus;
  /** When and which: an audience beside this one may read a later one. Empty for what was accepted before it was kept. */
  @Column({ type: 'varchar', length: 24 }) acceptedAt!: string;
  @Ref() entryId!: string;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}
