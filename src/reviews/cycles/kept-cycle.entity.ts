import { Entity } from 'typeorm';
import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import { Flag, Id, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { MilestoneCode, Period, ReviewKind } from './review-cycles.data.js';

/** When something is, how sure that is, and where it says so: changed as one, since a source is a source of its day. */
export interface Facts<When = Period> {
  when: When;
  expected: boolean;
  source: string;
  doubts: string[];
}

/** What an administrator set; what is left out follows the shipped data, and its corrections. */
export interface KeptFields {
  name?: Localized | null;
  facts?: Facts;
  /** Of an own cycle: */
  kind?: ReviewKind;
  number?: number | null;
  feeds?: string | null;
}

export interface KeptMilestone {
  name?: Localized | null;
  place?: string | null;
  facts?: Facts<Period | null>;
  /** Of an own milestone: */
  code?: MilestoneCode;
  commission?: CommissionCode | null;
}

/** A review cycle that an administrator added, or what one changed in a shipped one. */
@Entity('kept_cycle')
export class KeptCycle {
  /** Of the cycle: `imrf-2030`. */
  @Id() id!: string;
  @Flag() own!: boolean;
  @Json() fields!: KeptFields;
  /** By the milestone's key. */
  @Json() milestones!: Record<string, KeptMilestone>;
  @Ref() changedById!: string;
  /** Their name when they changed it. */
  @Short(200) changedBy!: string;
  @Moment() changedAt!: Date;
  @Version() version!: number;
}
