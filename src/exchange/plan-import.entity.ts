import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Int, Json, Moment, Ref, Short, Text } from '../platform/database/columns.js';
import { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import type { PlanContent } from './read/plan-content.js';
import type { Layout } from './match/layout.js';

/** How many items an import made, changed, moved, removed, found the same and left out. */
export interface ImportCounts {
  added: number;
  changed: number;
  moved: number;
  removed: number;
  same: number;
  leftOut: number;
}

/** A plan's file that somebody brought, read and waiting to be looked at; theirs alone, and gone after a day. */
@Entity('plan_import')
export class PlanImport {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  @Ref() mechanismId!: string;
  /** The plan it updates; null when it becomes a new one. */
  @Ref({ nullable: true }) planId!: string | null;
  @Short(200) fileName!: string;
  @Json() content!: PlanContent;
  /** The bytes of a file of text in Base64, to read it in other characters; null where that makes no difference. */
  @Text({ nullable: true, select: false }) source?: string | null;
  /** Null until somebody has looked at how it is read. */
  @Json({ nullable: true }) layout!: Layout | null;
  /** The new plan's own fields as typed; null for an update. */
  @Json({ nullable: true }) plan!: Record<string, unknown> | null;
  /** What it did; null until it is done. */
  @Json({ nullable: true }) counts!: ImportCounts | null;
  /** Raised whenever it is read in another way: a preview is of one of them. */
  @Int({ default: 1 }) version!: number;
  @Moment() createdAt!: Date;
  @Index() @Moment() expiresAt!: Date;
  @ManyToOne(() => Mechanism, { onDelete: 'CASCADE' })
  mechanism!: Relation<Mechanism>;
}
