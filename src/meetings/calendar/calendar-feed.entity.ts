import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { Id, Moment, Ref, Short } from '../../platform/database/columns.js';

/** A calendar somebody subscribed to by a secret address. The row holds only the secret's hash. */
@Entity('calendar_feed')
export class CalendarFeed {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref() accountId!: string;
  /** Null: of all the mechanisms the person has a role in. */
  @Ref({ nullable: true }) mechanismId!: string | null;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) lastUsedAt!: Date | null;
  @Moment({ nullable: true }) revokedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}
