import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Day, Flag, Id, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import { Account } from '../account.entity.js';
import type { Role } from '../roles.js';
import type { Stage } from './seat-rules.js';

/** `held`: confirmed, or nobody objected in time. `lapsed`: it could not be given any more when its time came. */
export type NominationState = 'waiting' | 'held' | 'objected' | 'withdrawn' | 'lapsed';

/**
 * A seat that waits for those it is among. It is no role: nothing that looks for roles finds it. Once it holds, the
 * role has its id.
 */
@Entity('nomination')
@Index(['mechanismId', 'state'])
@Index(['state', 'holdsFrom'])
export class Nomination {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Index() @Ref() accountId!: string;
  @Short(20) role!: Role;
  @Short(120, { nullable: true }) subject!: string | null;
  @Flag() deputy!: boolean;
  @Day() fromDay!: string;
  @Day({ nullable: true }) untilDay!: string | null;
  /** The role it takes over, when the secretariat hands one over. */
  @Ref({ nullable: true }) replacesId!: string | null;
  @Short(12) state!: NominationState;
  /** Who is asked. */
  @Short(12) stage!: Stage;
  /** When they were told. */
  @Moment() since!: Date;
  /** From when on it holds unless somebody objects; null when it waits for a word. */
  @Moment({ nullable: true }) holdsFrom!: Date | null;
  @Ref({ nullable: true }) nominatedBy!: string | null;
  @Short(200) nominatedByName!: string;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Text({ nullable: true }) reason!: string | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'accountId' })
  account!: Relation<Account>;
}

/** That an administrator gave a role where no secretariat was, and that the mechanism's contact was written to. */
@Entity('contact_notice')
export class ContactNotice {
  /** The role's, or its nomination's. */
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  @Short(254) contact!: string;
  /** Of the secret in the mail; null until it is written. */
  @Short(64, { nullable: true, unique: true }) secretHash!: string | null;
  @Short(200) givenBy!: string;
  @Short(254) givenTo!: string;
  @Short(20) role!: Role;
  @Short(120, { nullable: true }) subject!: string | null;
  @Moment() at!: Date;
  /** Until when it is shown, and the link opens that the contact has not used. */
  @Moment() until!: Date;
  @Moment({ nullable: true }) answeredAt!: Date | null;
}
