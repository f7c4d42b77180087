import { Entity, Index } from 'typeorm';
import { Day, Id, Moment, Ref, Short } from '../../platform/database/columns.js';

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
