import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import { Plan } from '../plan/plan.entity.js';
import type { PlanText } from '../plan/plan-text.js';
import type { ItemSnapshot } from '../items/snapshot.js';

/** A recorded change to an adopted plan: why, by whose decision, and what it changed. */
@Entity('plan_amendment')
@Index(['planId', 'number'], { unique: true })
export class Amendment {
  @Id() id!: string;
  @Ref() planId!: string;
  /** From 1, in the order they were begun. */
  @Int() number!: number;
  @Text() reason!: string;
  /** Meeting or body that decided it. */
  @Short(300, { nullable: true }) decidedBy!: string | null;
  @Day({ nullable: true }) decidedOn!: string | null;
  @Moment() openedAt!: Date;
  @Short(200) openedBy!: string;
  @Moment({ nullable: true }) closedAt!: Date | null;
  @ManyToOne(() => Plan, { onDelete: 'CASCADE' })
  plan!: Relation<Plan>;
  @OneToMany(() => AmendmentChange, (change) => change.amendment) changes!: Relation<AmendmentChange>[];
}

/** What was changed: an item's text, an indicator of it in words, or the plan's own text; for a move, where it stood. */
export type AmendedText =
  (Partial<ItemSnapshot> & { indicator?: string }) | Partial<PlanText> | { place: RecordedPosition };

export interface RecordedPosition {
  /** Code and id of the item it stands under; null at the top. */
  under: { id: string; code: string } | null;
  /** Among its siblings, from 0. */
  position: number;
}

/** One item added, changed, moved or removed under an amendment, or the plan's own text changed; never updated. */
@Entity('plan_amendment_change')
export class AmendmentChange {
  @Id() id!: string;
  @Index() @Ref() amendmentId!: string;
  /** The item may be gone; its code and text stay here. The plan's id when its own text was changed. */
  @Ref() itemId!: string;
  @Short(40) code!: string;
  @Short(20) action!: 'add' | 'update' | 'move' | 'remove' | 'plan';
  @Json({ nullable: true }) before!: AmendedText | null;
  @Json({ nullable: true }) after!: AmendedText | null;
  @Moment() at!: Date;
  @ManyToOne(() => Amendment, (amendment) => amendment.changes, { onDelete: 'CASCADE' })
  amendment!: Relation<Amendment>;
}
