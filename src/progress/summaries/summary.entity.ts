import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Int, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import { Entry } from '../entries/entry.entity.js';
import type { SummaryState } from './summary.workflow.js';

/**
 * A summary of an accepted version, in the words a mechanism's documents may use instead of its narrative. The
 * secretariat there suggests it; only the reporter makes it valid.
 */
@Entity('entry_wording')
@Index(['entryId', 'mechanismId'])
export class EntrySummary {
  @Id() id!: string;
  @Ref() entryId!: string;
  /** In whose documents. */
  @Ref() mechanismId!: string;
  /** The version it is a summary of. */
  @Int() number!: number;
  @Short(5) language!: string;
  @Text() text!: string;
  /** `secretariat` or `reporter`: the latter answers a suggestion with words of its own. */
  @Short(12) by!: 'secretariat' | 'reporter';
  @Short(10) state!: SummaryState;
  @Ref({ nullable: true }) suggestedBy!: string | null;
  @Moment() suggestedAt!: Date;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Moment({ nullable: true }) decidedAt!: Date | null;
  @ManyToOne(() => Entry, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}
