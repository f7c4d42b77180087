import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Ref, Short } from '../../platform/database/columns.js';
import { Submission } from '../submissions/submission.entity.js';

/** Those a submission was circulated to. Each talks about it with the secretariat apart from the others. */
@Entity('submission_reader')
@Index(['submissionId', 'voice'], { unique: true })
export class SubmissionReader {
  @Id() id!: string;
  @Ref() submissionId!: string;
  /** `state:KEN`, `chair`. */
  @Short(140) voice!: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' }) submission!: Relation<Submission>;
}
