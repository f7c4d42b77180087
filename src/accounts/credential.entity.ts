import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Flag, Id, Int, Json, Moment, Ref, Short } from '../platform/database/columns.js';
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

/** To set a password (two of them), or to confirm a change of address from the old one or the new one. */
export type LinkPurpose = 'invitation' | 'password-reset' | 'address-old' | 'address-new';

/** A link that lets whoever got its mail do one thing, once. */
@Entity('one_time_link')
export class OneTimeLink {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref() accountId!: string;
  @Short(20) purpose!: LinkPurpose;
  /** The change of address it confirms. */
  @Ref({ nullable: true }) subjectId!: string | null;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) usedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** A key for programs; it may do at most what its account may at that moment. Shown once, stored hashed. */
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
  @Flag({ default: true }) canWrite!: boolean;
  /** The mechanisms it opens; null for all that the account has a role in. */
  @Json({ nullable: true }) mechanismIds!: string[] | null;
  /** Whether it may do what an administrator may, for an account that is one. */
  @Flag({ default: false }) administrator!: boolean;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** A browser that signed in to an account before. Its cookie holds a secret; the row only its hash. */
@Entity('known_device')
@Index(['secretHash', 'accountId'], { unique: true })
export class KnownDevice {
  @Id() id!: string;
  @Short(64) secretHash!: string;
  @Index() @Ref() accountId!: string;
  @Moment() createdAt!: Date;
  @Moment() lastUsedAt!: Date;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** Failed attempts in the current window, by what is limited: an account, a device, a network address, an address typed. */
@Entity('sign_in_failures')
export class SignInFailures {
  /** `<kind>:<hash>` */
  @Id() id!: string;
  @Int() count!: number;
  @Moment() windowEndsAt!: Date;
}
