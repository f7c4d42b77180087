import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Moment, Ref, Short } from '../../platform/database/columns.js';
import { Account } from '../account.entity.js';

/** That an account shall have another address. It takes effect when both addresses have confirmed it. */
@Entity('address_change')
export class AddressChange {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  /** The new one, in lower case. */
  @Short(254) email!: string;
  /** Account of who asked for it. */
  @Ref({ nullable: true }) requestedBy!: string | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) oldConfirmedAt!: Date | null;
  @Moment({ nullable: true }) newConfirmedAt!: Date | null;
  /** When it took effect, was called off, or was replaced by another. */
  @Moment({ nullable: true }) endedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}
