import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import type { BasisEntry } from '../compilation/basis.js';
import type { DocumentHead } from '../compilation/compilation-outline.js';
import type { EntryCounts } from '../compilation/compiled.js';
import type { DocumentHeading } from '../document/assembled.js';
import type { FrozenContent } from '../document/frozen.js';
import type { Content, DocumentForm, InLanguages, Limits } from '../templates/template.js';

export const SUBMISSION_STATES = ['drafting', 'circulated', 'cleared', 'submitted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const COMPILATION_STATES = ['none', 'queued', 'running', 'done', 'failed'] as const;
export type CompilationState = (typeof COMPILATION_STATES)[number];

/** What a compilation left beside the passages. */
export interface Compilation {
  /** Of the released entries then: while it is the same, nothing was released or withdrawn since. */
  fingerprint: string;
  /** By language. */
  heads: Record<string, DocumentHead>;
  counts: EntryCounts;
  /** It was circulated and took in nothing new: as a draft it may hold more. */
  narrow?: boolean;
  /**
   * Released words wait, since their language would say whose they are (`Placement.waiting`). Of how many or whose they are
   * nothing is kept here.
   */
  waits?: boolean;
}

export type { DocumentHeading } from '../document/assembled.js';

/** What a document is about, beside or in place of a cycle. */
export interface DocumentSubject {
  planId?: string;
  meetingId?: string;
}

/** A document of a mechanism: for a review cycle, a plan, a meeting, or a period alone. */
@Entity('submission')
export class Submission {
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  /** Of the template it was begun from; what it is made up of is its own since (`form`, and its sections). */
  @Short(60, { default: 'forum-contribution' }) templateKey!: string;
  /** Identifier of a review cycle; null for a document of none. */
  @Short(40, { nullable: true }) cycleId!: string | null;
  @Json({ default: '{}' }) form!: DocumentForm;
  @Json({ nullable: true }) heading!: DocumentHeading | null;
  @Json({ nullable: true }) about!: DocumentSubject | null;
  /** Its original language. */
  @Short(5) language!: string;
  /** Those it is translated into. */
  @Json({ default: '[]' }) languages!: string[];
  @Short(12) state!: SubmissionState;
  /** In its original language. */
  @Short(300) title!: string;
  /** By language of a translation. */
  @Json({ default: '{}' }) titles!: Record<string, string>;
  /** The days it covers, both included; null in one from before they were chosen, which covers what its cycle does. */
  @Day({ nullable: true }) periodFrom!: string | null;
  @Day({ nullable: true }) periodUntil!: string | null;
  @Short(10) compilation!: CompilationState;
  /** Percent, while it runs. */
  @Int({ default: 0 }) progress!: number;
  @Text({ nullable: true }) compilationError!: string | null;
  /** Null before the first compilation. */
  @Json({ nullable: true }) compiled!: Compilation | null;
  /** Of the compilation that is under way or was last: what comes from another one is dropped. */
  @Ref({ nullable: true }) run!: string | null;
  /** When whoever compiles it was last known to be at it. */
  @Moment({ nullable: true }) aliveAt!: Date | null;
  /** The entries it was compiled from: what is circulated gains none. In no document, page or answer. */
  @Json({ nullable: true }) basis!: BasisEntry[] | null;
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

/** Whether it is being compiled, or waits for that. */
export const isBusy = ({ compilation }: Pick<Submission, 'compilation'>): boolean =>
  compilation === 'queued' || compilation === 'running';

/** A section of a document. What it says are its passages. */
@Entity('submission_section')
@Index(['submissionId', 'key'], { unique: true })
export class SubmissionSection {
  @Id() id!: string;
  @Ref() submissionId!: string;
  /** `introduction`, `round-table-1` ... */
  @Short(40) key!: string;
  @Int() position!: number;
  @Json({ default: '{}' }) title!: InLanguages;
  /** What belongs here, for whoever writes. */
  @Json({ nullable: true }) guidance!: InLanguages | null;
  @Json({ nullable: true }) limits!: Limits | null;
  /** What is compiled into it. */
  @Json({ default: '[]' }) contents!: Content[];
  /** The compilation that this section was last compiled in, and what that was made from, in short. */
  @Ref({ nullable: true }) run!: string | null;
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
  @Json() content!: FrozenContent;
  @Short(64) hash!: string;
  @Moment() frozenAt!: Date;
  @Ref({ nullable: true }) frozenBy!: string | null;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}
