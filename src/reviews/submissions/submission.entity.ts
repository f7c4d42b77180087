import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import type { CompiledHead, CompiledSection, SectionKey, SubmissionText } from '../compilation/compiled.js';

export const SUBMISSION_STATES = ['drafting', 'circulated', 'cleared', 'submitted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const COMPILATION_STATES = ['none', 'queued', 'running', 'done', 'failed'] as const;
export type CompilationState = (typeof COMPILATION_STATES)[number];

/** What a compilation left: all but the chapters, which stand in the sections, and what it was made from. */
export interface Compilation {
  head: CompiledHead;
  /** Of the released entries then: while it is the same, nothing was released or withdrawn since. */
  fingerprint: string;
  /** Keys of the entries taken in, see `basis.ts`. */
  basis: string[];
  /** The entries themselves, for the list their reporters read once it is frozen. In no document, page or answer. */
  sources?: { id: string; attributed: boolean }[];
}

/** A mechanism's input to a review cycle, in one language. */
@Entity('submission')
@Index(['mechanismId', 'cycleId', 'language'], { unique: true })
export class Submission {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  /** Identifier in review-cycles.data.ts. */
  @Short(40) cycleId!: string;
  @Short(5) language!: string;
  @Short(12) state!: SubmissionState;
  @Short(300) title!: string;
  @Short(10) compilation!: CompilationState;
  /** Percent, while it runs. */
  @Int({ default: 0 }) progress!: number;
  @Text({ nullable: true }) compilationError!: string | null;
  /** Null before the first compilation. */
  @Json({ nullable: true }) compiled!: Compilation | null;
  /** SHA-256 of the compiled text, chapters and all: compiling again from the same entries changes nothing. */
  @Short(64, { nullable: true }) compiledHash!: string | null;
  @Moment({ nullable: true }) compiledAt!: Date | null;
  /** When it was circulated last, and by when those who got it are asked to answer; null where it was not, or no day was named. */
  @Moment({ nullable: true }) circulatedAt!: Date | null;
  @Day({ nullable: true }) answerBy!: string | null;
  @Moment() createdAt!: Date;
  @Version() version!: number;
  @OneToMany(() => SubmissionSection, (section) => section.submission)
  sections!: Relation<SubmissionSection>[];
}

/** A section: what was compiled, and what the secretariat wrote around it. Compiling leaves the latter alone. */
@Entity('submission_section')
@Index(['submissionId', 'key'], { unique: true })
export class SubmissionSection {
  @Id() id!: string;
  @Ref() submissionId!: string;
  /** `introduction`, `round-table-1` ... */
  @Short(40) key!: SectionKey;
  @Int() position!: number;
  @Json({ nullable: true }) compiled!: CompiledSection | null;
  /** The secretariat's own words; null when it has written none. */
  @Text({ nullable: true }) edited!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Submission, (submission) => submission.sections, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}

/** What was submitted, as it stood. Never changed: a release taken back later does not reach into it. */
@Entity('submission_freeze')
@Index(['submissionId', 'number'], { unique: true })
export class SubmissionFreeze {
  @Id() id!: string;
  @Ref() submissionId!: string;
  @Int() number!: number;
  @Json() content!: SubmissionText;
  @Short(64) hash!: string;
  @Moment() frozenAt!: Date;
  @Ref({ nullable: true }) frozenBy!: string | null;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}
