import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Json, Moment, Ref, Short } from '../../../platform/database/columns.js';
import type { ReadDocument } from '../../../platform/documents/read-document/read-document.js';
import { Submission } from '../../submissions/submission.entity.js';

/** A Word file of a document that came back, as it was read; until somebody has decided what to take of it. */
@Entity('submission_word_upload')
@Index(['submissionId'])
@Index(['uploadedAt'])
export class WordUpload {
  @Id() id!: string;
  @Ref() submissionId!: string;
  @Short(5) language!: string;
  @Short(300) name!: string;
  @Json() content!: ReadDocument;
  @Moment() uploadedAt!: Date;
  @Ref({ nullable: true }) uploadedBy!: string | null;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}
