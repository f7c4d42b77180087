import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Day, Id, Json, Moment, Ref, Short } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { Plan, PlanItem } from '../plan/plan.entity.js';

/** An item that a chair puts first for its term, over a plan that stays as it is. */
@Entity('plan_priority')
export class Priority {
  @Id() id!: string;
  @Index() @Ref() planId!: string;
  @Index() @Ref() itemId!: string;
  /** Who sets it, as it is to be read: "Chair: Morocco". */
  @Short(300) setBy!: string;
  @Day() fromDay!: string;
  /** Last day; null while open. */
  @Day({ nullable: true }) untilDay!: string | null;
  @Json({ nullable: true }) note!: Localized | null;
  @Moment() createdAt!: Date;
  @ManyToOne(() => Plan, { onDelete: 'CASCADE' })
  plan!: Relation<Plan>;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}
