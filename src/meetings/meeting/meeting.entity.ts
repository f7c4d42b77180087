import { Entity, Index, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Day, Flag, Id, Int, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import type { MeetingOutput, MeetingType } from './meeting-types.data.js';
import type { CompactAnswer, DatePrecision, MeetingState } from './vocabulary.js';

/** A meeting of a mechanism, planned or past. */
@Entity('meeting')
@Index(['mechanismId', 'lastDay'])
export class Meeting {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Short(40) type!: MeetingType;
  @Json() title!: Localized;
  @Short(300, { nullable: true }) place!: string | null;
  @Short(5) datePrecision!: DatePrecision;
  /** When only the month is known: its first day, and the last day of the last month. */
  @Day() firstDay!: string;
  @Day() lastDay!: string;
  /** `HH:MM` by the clock of `zone`, on the first day; null while not known. */
  @Short(5, { nullable: true }) startTime!: string | null;
  /** `HH:MM` on the last day. */
  @Short(5, { nullable: true }) endTime!: string | null;
  /** IANA name; null when no time is known. */
  @Short(64, { nullable: true }) zone!: string | null;
  @Short(10) state!: MeetingState;
  /** Whether the Compact is a standing item of its agenda. */
  @Short(10) compact!: CompactAnswer;
  @Json({ nullable: true }) note!: Localized | null;
  /** Readable without signing in, with its agenda, documents and decisions. */
  @Flag() isPublic!: boolean;
  @Moment() createdAt!: Date;
  /** When something that calendars show last changed. */
  @Moment() changedAt!: Date;
  @Version() version!: number;
  @OneToMany(() => AgendaItem, (item) => item.meeting) agenda!: Relation<AgendaItem>[];
  @OneToMany(() => MeetingDocument, (document) => document.meeting) documents!: Relation<MeetingDocument>[];
  @OneToMany(() => AdoptedPlan, (adopted) => adopted.meeting) adopted!: Relation<AdoptedPlan>[];
}

/** What is on the agenda, in its order. */
@Entity('meeting_agenda_item')
@Index(['meetingId', 'position'])
export class AgendaItem {
  @Id() id!: string;
  @Ref() meetingId!: string;
  /** From 0. */
  @Int() position!: number;
  @Json() title!: Localized;
  /** Who introduces it, as the agenda says. */
  @Short(300, { nullable: true }) speaker!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Meeting, (meeting) => meeting.agenda, { onDelete: 'CASCADE' })
  meeting!: Relation<Meeting>;
}

/** Where a document of the meeting can be read. */
@Entity('meeting_document')
export class MeetingDocument {
  @Id() id!: string;
  @Index() @Ref() meetingId!: string;
  /** What kind of outcome it is, when it is one. */
  @Short(40, { nullable: true }) output!: MeetingOutput | null;
  @Short(200) title!: string;
  @Short(2000) url!: string;
  @Moment() addedAt!: Date;
  @ManyToOne(() => Meeting, (meeting) => meeting.documents, { onDelete: 'CASCADE' })
  meeting!: Relation<Meeting>;
}

/** Which meeting adopted a plan. The plan itself says it in words; this leads there. */
@Entity('meeting_adopted_plan')
export class AdoptedPlan {
  /** A plan is adopted once. */
  @PrimaryColumn({ type: 'varchar', length: 36 }) planId!: string;
  @Index() @Ref() meetingId!: string;
  @ManyToOne(() => Plan, { onDelete: 'CASCADE' })
  plan!: Relation<Plan>;
  @ManyToOne(() => Meeting, (meeting) => meeting.adopted, { onDelete: 'CASCADE' })
  meeting!: Relation<Meeting>;
}
