import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Moment, Ref, Short, Text, Version } from '../../../platform/database/columns.js';
import { Passage } from '../../passages/passage.entity.js';

/** What somebody of the secretariat says of a passage while it is written. In no document. */
@Entity('submission_passage_comment')
@Index(['submissionId', 'settledAt'])
@Index(['passageId'])
export class PassageComment {
  @Id() id!: string;
  @Ref() submissionId!: string;
  @Ref() passageId!: string;
  /** As somebody typed it in Word, where it came with a file. */
  @Short(200) author!: string;
  /** Null for one that came with a file. */
  @Ref({ nullable: true }) accountId!: string | null;
  /** The words it is about, where it says so. */
  @Text({ nullable: true }) quote!: string | null;
  @Text() text!: string;
  @Moment() at!: Date;
  @Moment({ nullable: true }) settledAt!: Date | null;
  @Ref({ nullable: true }) settledBy!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Passage, { onDelete: 'CASCADE' })
  passage!: Relation<Passage>;
}
