import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Day, Flag, Id, Int, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Funding } from '../items/funding.js';
import type { OwnerKind, PlanKind, PlanState } from './vocabulary.js';
import type { Precision } from '../items/when.js';

/** A number of things of a level, as one source states it: `{ level: 'actions', count: 125, source: 'the plan, p. 4' }`. */
export interface StatedTotal {
  level: string;
  count: number;
  source: string | null;
}

/** A mechanism's action plan, as it stands: levels, codes and totals are the plan's own, never repaired. */
@Entity('plan')
export class Plan {
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  @Short(20) kind!: PlanKind;
  @Short(20) state!: PlanState;
  @Json() title!: Localized;
  @Json({ nullable: true }) note!: Localized | null;
  /** Where the text comes from. */
  @Json({ nullable: true }) source!: Localized | null;
  @Day({ nullable: true }) periodStart!: string | null;
  @Day({ nullable: true }) periodEnd!: string | null;
  /** Names of the levels from the top, in the plan's own words; may be fewer than the tree is deep. */
  @Json() levelNames!: string[];
  /** What sources say it holds ("125 actions"), beside what is counted; they may contradict each other. */
  @Json({ nullable: true }) statedTotals!: StatedTotal[] | null;
  /** The plan this one stands in: a yearly presidency plan in a strategic one. */
  @Ref({ nullable: true }) parentPlanId!: string | null;
  /** The plan this one follows; items may be carried over from it. */
  @Ref({ nullable: true }) formerPlanId!: string | null;
  /** The amendment under way, without which the text of an adopted plan does not change. */
  @Ref({ nullable: true }) amendmentId!: string | null;
  /** By which meeting, and when. */
  @Short(300, { nullable: true }) adoptedBy!: string | null;
  @Day({ nullable: true }) adoptedOn!: string | null;
  /** Readable without signing in, with what delegations made public. */
  @Flag() isPublic!: boolean;
  @Moment() createdAt!: Date;
  @Version() version!: number;
  @ManyToOne(() => Mechanism, { createForeignKeyConstraints: false })
  mechanism!: Relation<Mechanism>;
}

/** A node of the plan's tree. */
@Entity('plan_item')
@Index(['planId', 'parentId', 'position'])
@Index(['planId', 'code'])
export class PlanItem {
  @Id() id!: string;
  @Ref() planId!: string;
  @Ref({ nullable: true }) parentId!: string | null;
  /** Order among its siblings, from 0. */
  @Int() position!: number;
  /** The plan's own code; text, because plans number `5a`. */
  @Short(40) code!: string;
  @Json() title!: Localized;
  @Json({ nullable: true }) description!: Localized | null;
  /** What it is to produce, in the plan's words. */
  @Json({ nullable: true }) deliverables!: Localized | null;
  /** What is noted beside it: no part of what was adopted. */
  @Json({ nullable: true }) notes!: Localized | null;
  /** The plan's own word for what kind of item it is ("institutional", "recurring meeting"). */
  @Short(100, { nullable: true }) kind!: string | null;
  @Short(20, { nullable: true }) status!: string | null;
  @Short(12) whenPrecision!: Precision;
  @Day({ nullable: true }) whenStart!: string | null;
  /** Last day of the period; the day something is due. */
  @Index() @Day({ nullable: true }) whenEnd!: string | null;
  /** What the plan says, when it says it in words ("yearly", "mid-2024"). */
  @Short(200, { nullable: true }) whenText!: string | null;
  @Json({ nullable: true }) funding!: Funding | null;
  /** Applies to the whole plan, not to one branch of it. */
  @Flag({ default: false }) crossCutting!: boolean;
  /** About the mechanism itself: it maps to no objective, and is not missing one. */
  @Flag({ default: false }) institutional!: boolean;
  /** The item of a former plan that this one carries on. */
  @Index() @Ref({ nullable: true }) carriedFromId!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Plan, { onDelete: 'CASCADE' })
  plan!: Relation<Plan>;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  parent!: Relation<PlanItem> | null;
  @OneToMany(() => ItemOwner, (owner) => owner.item) owners!: Relation<ItemOwner>[];
  @OneToMany(() => ItemObjective, (mapping) => mapping.item) objectives!: Relation<ItemObjective>[];
  @OneToMany(() => ItemPrinciple, (mapping) => mapping.item) principles!: Relation<ItemPrinciple>[];
  @OneToMany(() => ItemReference, (reference) => reference.item) references!: Relation<ItemReference>[];
}

/** Who answers for an item; an item may have several, of different kinds. */
@Entity('plan_item_owner')
@Index(['itemId', 'kind', 'subject'])
export class ItemOwner {
  @Id() id!: string;
  @Ref() itemId!: string;
  @Short(20) kind!: OwnerKind;
  /** State code for a State; the name for a group, working group or partner; null for chair and secretariat. */
  @Short(200, { nullable: true }) subject!: string | null;
  @ManyToOne(() => PlanItem, (item) => item.owners, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}

/** Mapping to an objective of the Compact, or to one of its lettered actions. */
@Entity('plan_item_objective')
@Index(['itemId', 'objective', 'letter'], { unique: true })
@Index(['objective'])
export class ItemObjective {
  @Id() id!: string;
  @Ref() itemId!: string;
  @Int() objective!: number;
  /** Empty when the whole objective is meant. */
  @Short(1) letter!: string;
  @ManyToOne(() => PlanItem, (item) => item.objectives, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}

@Entity('plan_item_principle')
@Index(['itemId', 'principle'], { unique: true })
export class ItemPrinciple {
  @Id() id!: string;
  @Ref() itemId!: string;
  @Int() principle!: number;
  @ManyToOne(() => PlanItem, (item) => item.principles, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}

/** Mapping to another framework, on the same footing as the Compact: an SDG target, a JVAP domain, a regional one. */
@Entity('plan_item_reference')
@Index(['itemId', 'framework', 'code'], { unique: true })
export class ItemReference {
  @Id() id!: string;
  @Ref() itemId!: string;
  /** `sdg`, `jvap`, or the name of a framework in the plan's own words. */
  @Short(100) framework!: string;
  /** Its code there: `8.8`, `2`. */
  @Short(100) code!: string;
  @ManyToOne(() => PlanItem, (item) => item.references, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}
