import { Entity, Index, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import type { OwnerKind } from '../../plans/plan/vocabulary.js';
import { Meeting } from '../meeting/meeting.entity.js';
import type { DecisionVerb } from '../meeting/vocabulary.js';

/** To whom a decision speaks, in the kinds of a plan item's owner. */
export interface Addressee {
  kind: OwnerKind;
  /** State code for a State; the name for a group, working group or partner; null for the others. */
  subject: string | null;
}

/** What a meeting decided. Nothing here says what became of it. */
@Entity('meeting_decision')
@Index(['meetingId', 'position'])
export class Decision {
  @Id() id!: string;
  @Ref() meetingId!: string;
  /** Order within the meeting, from 0. */
  @Int() position!: number;
  /** As the document numbers it: `12`, `3 bis`; empty when it does not. */
  @Short(40) number!: string;
  @Short(20) verb!: DecisionVerb;
  /** The word for `other`. */
  @Short(100, { nullable: true }) ownVerb!: string | null;
  @Json() addressees!: Addressee[];
  @Json() text!: Localized;
  @Day({ nullable: true }) dueDay!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Meeting, { onDelete: 'CASCADE' })
  meeting!: Relation<Meeting>;
  @OneToMany(() => DecisionItem, (link) => link.decision) items!: Relation<DecisionItem>[];
}

/** A plan item that a decision is about. */
@Entity('meeting_decision_item')
export class DecisionItem {
  @PrimaryColumn({ type: 'varchar', length: 36 }) decisionId!: string;
  @Index() @PrimaryColumn({ type: 'varchar', length: 36 }) itemId!: string;
  @ManyToOne(() => Decision, (decision) => decision.items, { onDelete: 'CASCADE' })
  decision!: Relation<Decision>;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}
