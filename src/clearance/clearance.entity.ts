import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Id, Int, Json, Moment, Ref, Short, Text, Version } from '../platform/database/columns.js';
import type { ClearanceAct, ClearanceState } from './clearance.workflow.js';

/** A step before submission: what it is called in the delegation, who passes it, and for how long it is theirs. */
export interface Step {
  name: string;
  accountId: string;
  /** Days until the delegation can move on past it; null: it waits for as long as it takes. */
  days: number | null;
}

/** A step as it was when the clearance started, in the order of the way. */
export interface WayStep extends Step {
  /** Of whose delegation's steps it is one: where the entry is reported, or where it is linked to. */
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

/** Where an entry stands in its delegation's clearance; one row for each entry whose clearance ever started. */
@Entity('clearance')
@Index(['state', 'mechanismId'])
export class Clearance {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  /** Where the entry is reported. */
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
  /** Fingerprint of the text when it started. Another text has not been cleared. */
  @Short(64) mark!: string;
  @Ref({ nullable: true }) startedBy!: string | null;
}

/** What was done on the way, for the delegation to read. */
@Entity('clearance_event')
@Index(['entryId', 'at'])
export class ClearanceEvent {
  @Id() id!: string;
  @Ref() entryId!: string;
  @Int() run!: number;
  @Moment() at!: Date;
  @Short(200) actorName!: string;
  @Short(10) act!: ClearanceAct;
  /** Name of the step it concerns; null for what concerns the whole way. */
  @Short(80, { nullable: true }) step!: string | null;
  /** Why it was sent back. */
  @Text({ nullable: true }) reason!: string | null;
}
