import { Entity, Index } from 'typeorm';
import { Id, Moment, Ref, Short, Text } from '../platform/database/columns.js';

/** A filter of a mechanism's plans under a name: one person's, or its secretariat's. */
@Entity('saved_filter')
@Index(['mechanismId', 'accountId'])
export class SavedFilter {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  /** Whose it is; null for the secretariat's. */
  @Ref({ nullable: true }) accountId!: string | null;
  @Short(80) name!: string;
  /** As `filterText` writes it. */
  @Text() query!: string;
  @Moment() savedAt!: Date;
}
