import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Int, Moment, Ref, Short } from '../platform/database/columns.js';
import { Account } from './account.entity.js';

/** A browser that is signed in. The cookie holds a secret; the row only its hash. */
@Entity('session')
export class Session {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref() accountId!: string;
  @Moment() createdAt!: Date;
  @Moment() lastSeenAt!: Date;
  @Moment() expiresAt!: Date;
  @Short(300) userAgent!: string;
  @Short(64) address!: string;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

export type LinkPurpose = 'invitation' | 'password-reset';

/** A link that lets a person set a password, once. */
@Entity('one_time_link')
export class OneTimeLink {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref() accountId!: string;
  @Short(20) purpose!: LinkPurpose;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) usedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** A key for programs; it may do what its account may. Shown once, stored hashed. */
@Entity('api_token')
export class ApiToken {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref() accountId!: string;
  @Short(100) label!: string;
  /** First characters, to tell tokens apart in a list. */
  @Short(12) prefix!: string;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) lastUsedAt!: Date | null;
  @Moment({ nullable: true }) expiresAt!: Date | null;
  @Moment({ nullable: true }) revokedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** Failed sign-ins in the current window, by account or by network address. */
@Entity('sign_in_failures')
export class SignInFailures {
  /** `account:<e-mail hash>` or `address:<address>` */
  @Id() id!: string;
  @Int() count!: number;
  @Moment() windowEndsAt!: Date;
}
