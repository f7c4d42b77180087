import { Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Int, Ref, Short } from '../../platform/database/columns.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import { Entry } from '../entries/entry.entity.js';

/**
 * That accepting an entry set an item's status: what takes the acceptance back sets it back. The item is named and no
 * more, so that it can be said when it is gone.
 */
@Entity('item_status_set')
export class ItemStatusSet {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) itemId!: string;
  /** Where it was accepted. */
  @Ref() mechanismId!: string;
  /** Of the item since; another one: somebody changed it. */
  @Int() itemVersion!: number;
  /** What it was. */
  @Short(12, { nullable: true }) former!: ItemStatus | null;
  @ManyToOne(() => Entry, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}
