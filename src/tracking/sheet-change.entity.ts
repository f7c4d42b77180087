import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Json, Moment, Ref } from '../platform/database/columns.js';
import type { RowEdit } from '../plan-table/edit-row.js';
import { Plan } from '../plans/plan/plan.entity.js';

/** A change of several items, until it is taken back: what their cells said before it, and their versions after it. */
@Entity('sheet_change')
export class SheetChange {
  @Id() id!: string;
  @Index() @Ref() planId!: string;
  @Ref({ nullable: true }) accountId!: string | null;
  @Json() before!: RowEdit[];
  @Moment() changedAt!: Date;
  @ManyToOne(() => Plan, { onDelete: 'CASCADE' })
  plan!: Relation<Plan>;
}
