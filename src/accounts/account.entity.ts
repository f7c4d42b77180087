import { Entity, Index, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Flag, Id, Moment, Ref, Short, Version } from '../platform/database/columns.js';
import type { Role } from './roles.js';

/** A person. What they may do comes from their grants. */
@Entity('account')
export class Account {
  @Id() id!: string;
  /** Lower case. */
  @Short(254, { unique: true }) email!: string;
  @Short(200) name!: string;
  @Short(5) language!: string;
  /** IANA name. */
  @Short(64) zone!: string;
  /** argon2id; null until the invitation is accepted. */
  @Short(255, { nullable: true }) passwordHash!: string | null;
  @Flag() administrator!: boolean;
  /** Switched the shortcuts of the keyboard off. */
  @Flag({ default: false }) noShortcuts!: boolean;
  /** Set when the account may no longer be used. */
  @Moment({ nullable: true }) closedAt!: Date | null;
  @Moment() createdAt!: Date;
  /** Of the latest sign-in, in UTC: whether an account is in use is all that it is for. */
  @Day({ nullable: true }) lastSignInDay!: string | null;
  /** Since when it has a second factor; null without one. */
  @Moment({ nullable: true }) secondFactorSince!: Date | null;
  @Version() version!: number;
  @OneToMany(() => RoleGrant, (grant) => grant.account) grants!: Relation<RoleGrant>[];
}

/** A role in a mechanism, between two days: days where the mechanism is. `seats/seat-period.ts` says when it holds. */
@Entity('role_grant')
@Index(['mechanismId', 'role'])
export class RoleGrant {
  @Id() id!: string;
  @Index() @Ref() accountId!: string;
  @Ref() mechanismId!: string;
  @Short(20) role!: Role;
  /** The State (ISO 3166-1 alpha-3) of a focal point, or the name of a partner; null for the other roles. */
  @Short(120, { nullable: true }) subject!: string | null;
  /** Stands in for the delegation's focal point, with the same rights. */
  @Flag({ default: false }) deputy!: boolean;
  @Day() fromDay!: string;
  /** Last day it holds; null while open. */
  @Day({ nullable: true }) untilDay!: string | null;
  /** The moment it was ended before its last day was over. */
  @Moment({ nullable: true }) endedAt!: Date | null;
  /** Whether its end was set by somebody who is not of the same delegation or office. */
  @Flag({ default: false }) endedFromOutside!: boolean;
  /**
   * By its name, as mechanisms are further down. It always comes along: its zone says when a day begins, and it may ask
   * for a second factor.
   */
  @ManyToOne('Mechanism', { eager: true, createForeignKeyConstraints: false })
  @JoinColumn({ name: 'mechanismId' })
  mechanism!: Relation<{ id: string; zone: string; requireSecondFactor: boolean }> | null;
  @ManyToOne(() => Account, (account) => account.grants, { onDelete: 'CASCADE' })
  account!: Relation<Account>;
}
