import { Entity, Index, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Flag, Id, Json, Moment, Ref, Short, Version } from '../platform/database/columns.js';
import { Entry } from '../progress/entries/entry.entity.js';
import type { ReporterKind } from '../progress/entries/vocabulary.js';
import type { PracticeContent } from './practice-content.dto.js';
import type { PracticeState } from './vocabulary.js';

/** Something that worked and that others may learn from, described by the one who did it. */
@Entity('practice')
@Index(['mechanismId', 'state'])
@Index(['entryId'])
export class Practice {
  @Id() id!: string;
  /** Where its owner speaks for it, and whose peers are asked for advice. */
  @Ref() mechanismId!: string;
  @Short(12) ownerKind!: ReporterKind;
  /** State code or partner name; empty for the secretariat. */
  @Short(120) owner!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  /** The entry whose text it began with. A copy: neither opens the other. */
  @Ref({ nullable: true }) entryId!: string | null;
  @Short(12) state!: PracticeState;
  @Short(300) title!: string;
  /** Language it is written in. */
  @Short(5) language!: string;
  @Json() content!: PracticeContent;
  /** Whether it is shared with everybody; says nothing unless the state is `shared`. */
  @Flag() isPublic!: boolean;
  @Moment() createdAt!: Date;
  @Moment() changedAt!: Date;
  @Version() version!: number;
  @ManyToOne(() => Entry, { onDelete: 'SET NULL' })
  entry!: Relation<Entry> | null;
  @OneToMany(() => PracticeShare, (share) => share.practice) shares!: Relation<PracticeShare>[];
  @OneToMany(() => PracticeReviewer, (reviewer) => reviewer.practice)
  reviewers!: Relation<PracticeReviewer>[];
}

/** A mechanism whose people a shared practice is for. Says nothing unless the practice's state is `shared`. */
@Entity('practice_share')
@Index(['mechanismId'])
export class PracticeShare {
  @PrimaryColumn({ type: 'varchar', length: 36 }) practiceId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) mechanismId!: string;
  @ManyToOne(() => Practice, (practice) => practice.shares, { onDelete: 'CASCADE' })
  practice!: Relation<Practice>;
}

/** Whom the secretariat asked to advise on one practice. */
@Entity('practice_reviewer')
@Index(['accountId'])
export class PracticeReviewer {
  @PrimaryColumn({ type: 'varchar', length: 36 }) practiceId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) accountId!: string;
  @Moment() askedAt!: Date;
  @Ref({ nullable: true }) askedBy!: string | null;
  @ManyToOne(() => Practice, (practice) => practice.reviewers, { onDelete: 'CASCADE' })
  practice!: Relation<Practice>;
}
