import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Int, Json, Moment, Ref, Short, Text } from '../../platform/database/columns.js';
import { Account } from '../account.entity.js';

/** An authenticator app that shows one-time codes (TOTP). One that is not confirmed yet opens nothing. */
@Entity('authenticator_app')
export class AuthenticatorApp {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  /** The shared key, encrypted; see `Keys`. */
  @Text() secret!: string;
  /** The last time step a code was taken of: neither it nor an earlier one is taken again. */
  @Int({ default: 0 }) lastStep!: number;
  @Moment() createdAt!: Date;
  /** The session that sets it up: no other one is shown the key. */
  @Ref({ nullable: true }) sessionId!: string | null;
  @Moment({ nullable: true }) confirmedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** One of the codes for whoever lost the device. Shown once, stored hashed, used once. */
@Entity('recovery_code')
export class RecoveryCode {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  @Short(64, { unique: true }) codeHash!: string;
  @Moment({ nullable: true }) usedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

/** A passkey (WebAuthn credential): the private half never leaves the person's device. */
@Entity('passkey')
export class Passkey {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  /** What the device calls it, base64url. */
  @Short(700, { unique: true }) credentialId!: string;
  /** COSE, base64url. */
  @Text() publicKey!: string;
  /** How often it signed, as it says itself; up to 2³², which `integer` does not hold everywhere. */
  @Short(10) counter!: string;
  @Json() transports!: string[];
  @Short(100) label!: string;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) lastUsedAt!: Date | null;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}

export type ChallengePurpose = 'register' | 'sign-in';

/** What a passkey is to sign: one for a session or a pending sign-in at a time, for a few minutes, once. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  /** Id of the session, or of the pending sign-in. */
  @Id() holderId!: string;
  @Short(100) challenge!: string;
  @Short(10) purpose!: ChallengePurpose;
  @Moment() expiresAt!: Date;
}

/**
 * A sign-in between its two steps. It is no session and opens nothing: only the second step looks at its cookie. Without
 * an account it waits for a passkey, which is both steps.
 */
@Entity('pending_sign_in')
export class PendingSignIn {
  @Id() id!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Index() @Ref({ nullable: true }) accountId!: string | null;
  /** Of the password it began with: with another one it is void. */
  @Short(64, { nullable: true }) passwordMark!: string | null;
  /** Where the person was going. */
  @Short(500, { nullable: true }) next!: string | null;
  @Moment() expiresAt!: Date;
  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  account!: Relation<Account> | null;
}
