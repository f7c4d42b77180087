import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Id, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import type { Criterion } from '../vocabulary.js';
import { Practice } from '../practice.entity.js';

/** Who is ready to advise on whatever is offered in a mechanism. */
@Entity('practice_volunteer')
export class PracticeVolunteer {
  @PrimaryColumn({ type: 'varchar', length: 36 }) mechanismId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) accountId!: string;
  @Moment() since!: Date;
}

/** What a peer said to one line of the checklist. Advice: there is no mark in it. */
@Entity('practice_comment')
@Index(['practiceId', 'at'])
export class PracticeComment {
  @Id() id!: string;
  @Ref() practiceId!: string;
  @Short(20) criterion!: Criterion;
  @Ref({ nullable: true }) authorId!: string | null;
  @Short(200) authorName!: string;
  /** For whom the author spoke: `state:KEN`, `chair`, `secretariat`. */
  @Short(140) voice!: string;
  @Text() text!: string;
  @Moment() at!: Date;
  @ManyToOne(() => Practice, { onDelete: 'CASCADE' })
  practice!: Relation<Practice>;
}
