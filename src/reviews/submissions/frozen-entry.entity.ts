import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Flag } from '../../platform/database/columns.js';
import { Entry } from '../../progress/entries/entry.entity.js';
import { SubmissionFreeze } from './submission.entity.js';

/**
 * That a submitted text was made from an entry. The text itself does not say so where the reporter is not named: this is
 * for the reporter alone, who is to know what can no longer be taken back.
 */
@Entity('submission_freeze_entry')
@Index(['entryId'])
export class FrozenEntry {
  @PrimaryColumn({ type: 'varchar', length: 36 }) freezeId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @Flag() attributed!: boolean;
  @ManyToOne(() => SubmissionFreeze, { onDelete: 'CASCADE' })
  freeze!: Relation<SubmissionFreeze>;
  @ManyToOne(() => Entry, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}
