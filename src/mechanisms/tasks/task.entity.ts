import { Entity, Index } from 'typeorm';
import { Id, Moment, Ref, Short } from '../../platform/database/columns.js';

export const TASK_KINDS = ['find-focal-point'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** The last term ended, a mail came back, or a round asks a State nobody speaks for. */
export const TASK_CAUSES = ['ended', 'bounced', 'round'] as const;
export type TaskCause = (typeof TASK_CAUSES)[number];

/** Something a mechanism's secretariat has to do, found by the product. Nobody else sees it. */
@Entity('task')
@Index(['mechanismId', 'doneAt'])
export class Task {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Short(20) kind!: TaskKind;
  /** Code of the State it is about. */
  @Short(120) subject!: string;
  @Short(10) why!: TaskCause;
  /** Id of what caused it (a role, a mail, a round): done by hand, it does not come back for the same cause. */
  @Ref() causeId!: string;
  /** The person whose mail came back. */
  @Ref({ nullable: true }) accountId!: string | null;
  /** Mechanism, kind and subject while it is to be done, else null: there is never a second one beside it. */
  @Short(180, { nullable: true, unique: true }) openKey!: string | null;
  @Moment() openedAt!: Date;
  @Moment({ nullable: true }) doneAt!: Date | null;
  /** Who ticked it off; null when it ended by itself. */
  @Ref({ nullable: true }) doneBy!: string | null;
}
