import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Id, Moment, Ref, Short, Text } from '../platform/database/columns.js';

/** What somebody wrote about a subject, in the mechanism where it is talked about. The text never changes. */
@Entity('conversation_message')
@Index(['subjectKind', 'subjectId', 'scope', 'at'])
@Index(['scope', 'at'])
export class ConversationMessage {
  @Id() id!: string;
  @Short(20) subjectKind!: string;
  @Ref() subjectId!: string;
  /** The mechanism in which it is talked about. */
  @Ref() scope!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @Short(200) authorName!: string;
  /** For whom the author spoke: `secretariat`, `state:KEN`, `partner:Name`. */
  @Short(140) voice!: string;
  @Text() text!: string;
  @Moment() at!: Date;
  /** Set when its author took it back; the text is emptied then, and the mark stays. */
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
}

/** Up to when a person has read a conversation. */
@Entity('conversation_read')
export class ConversationRead {
  @PrimaryColumn({ type: 'varchar', length: 36 }) accountId!: string;
  @PrimaryColumn({ type: 'varchar', length: 20 }) subjectKind!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) subjectId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) scope!: string;
  @Moment() readAt!: Date;
}
