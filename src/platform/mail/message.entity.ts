import { Entity, Index } from 'typeorm';
import { Id, Int, Moment, Ref, Short, Text } from '../database/columns.js';

/** `joined`: it goes in the mail of another, its leader. */
export type MessageState = 'pending' | 'sending' | 'joined' | 'sent' | 'skipped' | 'failed';

/** Why a mail was not sent after all: nobody to send it to, or nothing to say. */
export type DropReason = 'recipient' | 'subject';

/** One mail to one person: a row before it is a job (design section 6, rule 1). It holds no text; that is rendered when sent. */
@Entity('outgoing_message')
@Index(['state', 'nextAttemptAt'])
@Index(['accountId', 'state'])
@Index(['address'])
@Index(['leaderId'])
export class OutgoingMessage {
  @Id() id!: string;
  /** What makes this mail this mail; a second one with the same key is not created. */
  @Short(200, { unique: true }) key!: string;
  /** Names the MailKind that writes it. */
  @Short(40) kind!: string;
  /** Account it goes to. */
  @Ref() accountId!: string;
  /** What it is about. */
  @Ref({ nullable: true }) subjectId!: string | null;
  /** Of those with the same one to the same account, what is posted shortly after one another goes in one mail. */
  @Short(200, { nullable: true }) bundle!: string | null;
  /** In whose mail it goes; once that is tried, it carries these and no others, so that it stays the same mail. */
  @Ref({ nullable: true }) leaderId!: string | null;
  /** Account of who gave the reason; null for the clock. */
  @Ref({ nullable: true }) postedBy!: string | null;
  @Short(10) state!: MessageState;
  @Int({ default: 0 }) attempts!: number;
  @Moment() nextAttemptAt!: Date;
  @Moment({ nullable: true }) claimedAt!: Date | null;
  /** Derived from the key: sent twice after a crash, it is recognizably the same mail. */
  @Short(120) messageId!: string;
  @Short(254, { nullable: true }) address!: string | null;
  /** What the mail server said last, without what it quoted (error-words.ts). */
  @Text({ nullable: true }) error!: string | null;
  /** Of one that was skipped. */
  @Short(10, { nullable: true }) reason!: DropReason | null;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) sentAt!: Date | null;
  /** Id of the key that signed its links, once sent. */
  @Short(8, { nullable: true }) keyId!: string | null;
}

/** A mail kept in the database instead of sent (MAIL_URL=mailbox), to be read at /mailbox. */
@Entity('mailbox_mail')
export class MailboxMail {
  @Id() id!: string;
  @Short(120) messageId!: string;
  @Short(254) recipient!: string;
  /** As the header has it. */
  @Text({ nullable: true }) replyTo!: string | null;
  @Text() subject!: string;
  @Text() text!: string;
  @Text() html!: string;
  @Moment() at!: Date;
}
