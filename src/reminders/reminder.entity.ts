import { Entity, Index } from 'typeorm';
import { Day, Flag, Id, Int, Json, Moment, Ref, Short, Version } from '../platform/database/columns.js';
import type { Recurrence } from './rules/schedule.js';

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

/**
 * Why a delivery was left out when its message was written: the rule was switched off or asks about other things, the
 * plan or round is no longer open, the subject is gone, done, or due on another day, the person has left, somebody of the same voice has
 * answered, or the person asked not to be reminded this time or any more.
 */
export const SKIP_REASONS = [
  'disabled',
  'closed',
  'removed',
  'finished',
  'moved',
  'left',
  'answered',
  'not-this-round',
  'stopped',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/**
 * That one person is to be reminded of one subject because of one due day: written once (unique key), before any
 * mail exists. Several of a person's deliveries on a day travel in one message.
 */
@Entity('delivery')
@Index(['mechanismId', 'createdAt'])
@Index(['messageId'])
export class Delivery {
  @Id() id!: string;
  /** `<rule>:<subject>:<account>:<due day>` */
  @Short(160, { unique: true }) key!: string;
  @Ref() mechanismId!: string;
  @Ref() ruleId!: string;
  @Ref() accountId!: string;
  /** Which ReminderSubject. The default is there because SQLite adds no column without one. */
  @Short(20, { default: '' }) subjectKind!: string;
  @Ref() subjectId!: string;
  /** The day it hangs on: the subject's due day, or the day of a periodic rule. */
  @Day() dueDay!: string;
  @Ref({ nullable: true }) messageId!: string | null;
  /** Why it was left out when its message was written; null while it counts. */
  @Short(16, { nullable: true }) skipped!: SkipReason | null;
  @Moment() createdAt!: Date;
}

/** Kind and id of a wish about everything: no reminders at all. */
export const EVERY_SUBJECT = '';

/** A person's wish about one subject, or about all, from the links in the mail: not now, or not at all. */
@Entity('reminder_wish')
@Index(['accountId', 'subjectKind', 'subjectId'], { unique: true })
export class ReminderWish {
  @Id() id!: string;
  @Ref() accountId!: string;
  /** Which ReminderSubject, or EVERY_SUBJECT. */
  @Short(20, { default: EVERY_SUBJECT }) subjectKind!: string;
  /** An id of that kind, or EVERY_SUBJECT. */
  @Ref() subjectId!: string;
  /** No reminder before this day; null means none at all. */
  @Day({ nullable: true }) untilDay!: string | null;
  @Moment() createdAt!: Date;
}
