import { Entity, Index } from 'typeorm';
import type { GuardedKind } from '../gate/deeds.data.js';
import { Id, Int, Json, Moment, Ref, Short, Text, Version } from '../platform/database/columns.js';
import type { ClearanceAct, ClearanceState } from './clearance.workflow.js';

/** A step before words are opened: what it is called in the delegation, who passes it, and for how long it is theirs. */
export interface Step {
  name: string;
  accountId: string;
  /** Days until the delegation can move on past it; null: it waits for as long as it takes. */
  days: number | null;
}

/** A step as it was when the clearance started, in the order of the way. */
export interface WayStep extends Step {
  /** Of whose delegation's steps it is one: where the words come from, or where they go. */
  mechanismId: string;
  /** The owner's name then. */
  owner: string;
}

/** What a State's delegation in a mechanism has settled among itself. Nobody else knows that there is such a row. */
@Entity('clearance_setting')
@Index(['mechanismId', 'state'], { unique: true })
export class ClearanceSetting {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  /** ISO 3166-1 alpha-3. */
  @Short(3) state!: string;
  @Json() steps!: Step[];
  @Version() version!: number;
}

/**
 * A change of the steps that waits for the owners' consent: one at a time. It is gone when it holds or was ended; the
 * history keeps it.
 */
@Entity('clearance_proposal')
@Index(['settingId'], { unique: true })
export class ClearanceProposal {
  @Id() id!: string;
  /** The steps it would replace. */
  @Ref() settingId!: string;
  @Json() steps!: Step[];
  @Ref() proposedBy!: string;
  @Short(200) proposedByName!: string;
  @Moment() proposedAt!: Date;
  /** Accounts of the owners who have consented. */
  @Json() consents!: string[];
}

/** Where a deed stands in its delegation's clearance; one row for each whose clearance ever started. */
@Entity('clearance')
@Index(['state', 'mechanismId'])
@Index(['kind', 'subjectId', 'part'], { unique: true })
export class Clearance {
  /** Of a text to be submitted, the entry's own. */
  @Id() id!: string;
  @Short(20) kind!: GuardedKind;
  /** The entry, practice or request. */
  @Ref() subjectId!: string;
  /** See DeedKey. */
  @Short(36) part!: string;
  /** Of the delegation whose words they are. */
  @Ref() mechanismId!: string;
  /** Code of the State it is from. */
  @Short(3) subject!: string;
  @Short(10) state!: ClearanceState;
  /** How often it has started. */
  @Int() run!: number;
  /** Index of the step it waits at. */
  @Int() at!: number;
  /** Its way, as settled when it started: settings that change meanwhile change nothing about it. */
  @Json() steps!: WayStep[];
  /** Since when it waits at this step. */
  @Moment() since!: Date;
  /** Fingerprint of all that would be visible, with how far, when it started. Anything else has not been cleared. */
  @Short(64) mark!: string;
  /** What performing the deed needs beyond its subject; null when nothing. */
  @Json({ nullable: true }) payload!: unknown;
  @Ref({ nullable: true }) startedBy!: string | null;
}

/** What was done on the way, for the delegation to read. */
@Entity('clearance_event')
@Index(['clearanceId', 'at'])
export class ClearanceEvent {
  @Id() id!: string;
  @Ref() clearanceId!: string;
  @Int() run!: number;
  @Moment() at!: Date;
  @Short(200) actorName!: string;
  @Short(10) act!: ClearanceAct;
  /** Name of the step it concerns; null for what concerns the whole way. */
  @Short(80, { nullable: true }) step!: string | null;
  /** Why it was sent back. */
  @Text({ nullable: true }) reason!: string | null;
}
