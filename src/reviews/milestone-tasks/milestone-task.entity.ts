import { Entity, Index } from 'typeorm';
import { Day, Id, Int, Moment, Ref, Short, Version } from '../../platform/database/columns.js';

/** Something that a mechanism's secretariat has to do for a milestone of a review. Nobody else sees it. */
@Entity('milestone_task')
@Index(['mechanismId', 'doneAt'])
@Index(['cycleId', 'milestone'])
export class MilestoneTask {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Short(36) cycleId!: string;
  /** The milestone's key within its cycle. */
  @Short(60) milestone!: string;
  /** In the words of whoever noted it. */
  @Short(300) text!: string;
  /** By when: a day, or so many days before the milestone, which moves with it; neither, or one of them. */
  @Day({ nullable: true }) dueDay!: string | null;
  @Int({ nullable: true }) daysBefore!: number | null;
  /** Account of who of the secretariat does it; null for all of them. */
  @Ref({ nullable: true }) accountId!: string | null;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) doneAt!: Date | null;
  @Ref({ nullable: true }) doneBy!: string | null;
  @Version() version!: number;
}
