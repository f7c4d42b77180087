import { Entity, Index } from 'typeorm';
import { Flag, Id, Int, Json, Moment, Ref, Short, Version } from '../platform/database/columns.js';
import type { Recurrence } from './rules/recurrence.js';

export const RULE_KINDS = ['before-due', 'after-due', 'periodic'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Every subject a rule can ask about, or those of one kind: the `about` of a ReminderSubject. */
export const RULE_SUBJECTS = ['all', 'rounds'] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

/** When a mechanism reminds, and whom. */
@Entity('reminder_rule')
export class ReminderRule {
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  @Short(12) kind!: RuleKind;
  /** Days before or after an item's due day; null for a periodic rule. */
  @Int({ nullable: true }) days!: number | null;
  /** For a periodic rule, in wall time of the mechanism's zone. */
  @Json({ nullable: true }) recurrence!: Recurrence | null;
  @Short(10, { default: 'all' }) about!: RuleSubject;
  /** Only items of this plan; null for all of the mechanism's adopted plans. */
  @Ref({ nullable: true }) planId!: string | null;
  @Flag() enabled!: boolean;
  /** Nothing due before this moment is sent: a rule never reaches into the past. */
  @Moment() since!: Date;
  @Version() version!: number;
}
