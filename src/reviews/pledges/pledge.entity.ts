import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Id, Json, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import type { PledgeAudience, PledgeKind, PledgeNature, PledgeStanding } from './vocabulary.js';

/** The one file of a pledge. */
export interface PledgeFile {
  key: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/** What a mechanism commits itself to for the Compact, in its secretariat's words. */
@Entity('pledge')
export class Pledge {
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  @Short(300) name!: string;
  /** It is written in. */
  @Short(5) language!: string;
  @Short(12) kind!: PledgeKind;
  /** Title and number of the pledge that it matches. */
  @Short(300, { nullable: true }) matches!: string | null;
  @Short(12) nature!: PledgeNature;
  /** Numbers, at most three. */
  @Json() objectives!: number[];
  @Text({ nullable: true }) participants!: string | null;
  @Text() text!: string;
  @Short(12) audience!: PledgeAudience;
  @Json({ nullable: true }) file!: PledgeFile | null;
  @Moment() createdAt!: Date;
  @Moment() changedAt!: Date;
  @Version() version!: number;
  @OneToMany(() => PledgeUpdate, (update) => update.pledge)
  updates!: Relation<PledgeUpdate>[];
}

/** How it stood on a day. A later one says it anew; none is changed. */
@Entity('pledge_update')
export class PledgeUpdate {
  @Id() id!: string;
  @Index() @Ref() pledgeId!: string;
  @Short(12) standing!: PledgeStanding;
  @Text({ nullable: true }) narrative!: string | null;
  @Day() asOf!: string;
  @Moment() createdAt!: Date;
  @ManyToOne(() => Pledge, (pledge) => pledge.updates, { onDelete: 'CASCADE' })
  pledge!: Relation<Pledge>;
}
