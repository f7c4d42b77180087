import { Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Moment, Ref, Short, Text } from '../../../platform/database/columns.js';
import { Submission } from '../../submissions/submission.entity.js';

/** A finding that its secretariat looked at and leaves as it is. In no document. */
@Entity('submission_finding_aside')
export class FindingAside {
  @PrimaryColumn({ type: 'varchar', length: 36 }) submissionId!: string;
  /** Of the finding and of what it was found in (`seal.ts`): of other words than then it is no more. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) seal!: string;
  @Text() reason!: string;
  @Short(200) author!: string;
  @Ref({ nullable: true }) accountId!: string | null;
  @Moment() at!: Date;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
}
