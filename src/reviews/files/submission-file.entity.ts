import { Entity, Index, ManyToOne, type Relation, Unique } from 'typeorm';
import { Id, Int, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import { Submission } from '../submissions/submission.entity.js';
import type { Format } from './formats.js';

export const FILE_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** A file of a document: asked for, being made, or made. The same text in the same format is one file. */
@Entity('submission_file')
@Unique(['submissionId', 'valueHash', 'format'])
export class SubmissionFile {
  @Id() id!: string;
  @Ref() submissionId!: string;
  /** Of the text that was submitted; null for one that is not. */
  @Int({ nullable: true }) freezeNumber!: number | null;
  /** Empty for one of all languages. */
  @Short(5) language!: string;
  @Short(8) format!: Format;
  /** SHA-256 of what it is made of. */
  @Short(64) valueHash!: string;
  /** Of what was released when it was asked for: once that is another, the file goes. Null: it is kept for good. */
  @Short(64, { nullable: true }) fingerprint!: string | null;
  @Index() @Short(10) state!: FileState;
  /** Percent, while it is made of several. */
  @Int({ default: 0 }) progress!: number;
  @Text({ nullable: true }) error!: string | null;
  /** Of whoever makes it, and when that was last known to be at it. */
  @Ref({ nullable: true }) run!: string | null;
  @Moment({ nullable: true }) aliveAt!: Date | null;
  /** Under which it is saved. */
  @Short(200) name!: string;
  @Int({ nullable: true }) bytes!: number | null;
  @Short(64, { nullable: true }) sha256!: string | null;
  @Ref({ nullable: true }) fileKey!: string | null;
  @Moment() createdAt!: Date;
  @Moment() usedAt!: Date;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}

/** Which file somebody wants. */
export type FileKey = Pick<
  SubmissionFile,
  'submissionId' | 'freezeNumber' | 'language' | 'format' | 'valueHash' | 'fingerprint' | 'name'
>;
