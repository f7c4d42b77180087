import { Entity, Index } from 'typeorm';
import { Day, Id, Moment, Ref, Short } from '../../platform/database/columns.js';

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
