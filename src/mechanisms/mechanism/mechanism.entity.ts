import { States } from '../../accounts/states.js';
import { AfterLoad, Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import {
  Day,
  Flag,
  Id,
  Int,
  Json,
  Moment,
  Ref,
  Short,
  Text,
  Version,
} from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { MechanismCategory } from '../registry/registry.js';

/** The zone of a mechanism until its secretariat says where it is at work. */
export const NO_ZONE = 'UTC';

/** The picture that is kept of a logo. */
export interface Logo {
  /** In the store of files; another picture has another one. */
  key: string;
  /** As the file was called that it was drawn from. */
  name: string;
  width: number;
  height: number;
}

/**
 * A mechanism at work here: what its secretariat sets. Facts about it, with their sources and doubts, stay in
 * the registry's data (registry.data.ts); one that is not in the registry has only what is here.
 */
@Entity('mechanism')
export class Mechanism {
  /** `rcm`, `rabat`: the registry's identifier. */
  @Id() id!: string;
  @Short(300) officialName!: string;
  @Short(120) shortName!: string;
  @Short(40) abbreviation!: string;
  /** Its names in other languages, as its secretariat wrote them (`mechanism-name.ts`). */
  @Json({ default: '{}' }) officialNames!: Record<string, string>;
  @Json({ default: '{}' }) shortNames!: Record<string, string>;
  @Short(10) category!: MechanismCategory;
  /** IANA name; reminders go out by it. */
  @Short(64) zone!: string;
  /** Languages its documents and mails come in; the first is the default. */
  @Json() languages!: string[];
  /** Shared address of its secretariat, where replies to its mails go. */
  @Short(254, { nullable: true }) replyAddress!: string | null;
  /** Whether its secretariat and focal points must sign in with a second factor. */
  @Flag({ default: false }) requireSecondFactor!: boolean;
  /** Whether what its secretariat reports waits until somebody else of it accepts it. */
  @Flag({ default: false }) fourEyes!: boolean;
  /** How many reporters must name something before pages and documents count it (`progress/access/few-reporters.ts`). */
  @Int({ default: 5 }) fewestReporters!: number;
  /** Its own colour, `#rrggbb`, as chosen; pages adapt it (`look/colours.ts`). */
  @Short(7, { nullable: true }) colour!: string | null;
  @Json({ nullable: true }) logo!: Logo | null;
  /** What the logo says, to those who do not see it. */
  @Json({ nullable: true }) logoText!: Localized | null;
  @Moment() createdAt!: Date;
  @Version() version!: number;
  @OneToMany(() => Membership, (membership) => membership.mechanism) memberships!: Relation<Membership>[];
  @OneToMany(() => Term, (term) => term.mechanism) terms!: Relation<Term>[];
}

export type MembershipKind = 'member' | 'observer';

/** A State or territory in a mechanism. A code is an entry in a list of members and says nothing about status. */
@Entity('membership')
@Index(['mechanismId', 'stateCode'])
@Index(['stateCode'])
export class Membership {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  /** ISO 3166-1 alpha-3. */
  @Short(3) stateCode!: string;
  @Short(10) kind!: MembershipKind;
  @Day({ nullable: true }) fromDay!: string | null;
  @Day({ nullable: true }) untilDay!: string | null;
  @Text({ nullable: true }) source!: string | null;
  @Text({ nullable: true }) doubt!: string | null;
  /** As the mechanism itself calls a participant that the United Nations do not list as a State, and its footnote. */
  @Short(200, { nullable: true }) ownName!: string | null;
  @Text({ nullable: true }) footnote!: string | null;
  @AfterLoad() named(): void {
    if (this.ownName) States.call(this.mechanismId, this.stateCode, this.ownName);
  }
  @ManyToOne(() => Mechanism, (mechanism) => mechanism.memberships, { onDelete: 'CASCADE' })
  mechanism!: Relation<Mechanism>;
}

export const OFFICES = ['chair', 'secretariat'] as const;
export type Office = (typeof OFFICES)[number];

/** Who chairs, or who serves as secretariat, and from when until when. */
@Entity('term')
@Index(['mechanismId', 'office'])
export class Term {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Short(12) office!: Office;
  /** A State's code for a chair that is one; else null. */
  @Short(3, { nullable: true }) stateCode!: string | null;
  /** Name of the holder when it is not a State. */
  @Short(200, { nullable: true }) holder!: string | null;
  @Day() fromDay!: string;
  @Day({ nullable: true }) untilDay!: string | null;
  @Text({ nullable: true }) source!: string | null;
  @ManyToOne(() => Mechanism, (mechanism) => mechanism.terms, { onDelete: 'CASCADE' })
  mechanism!: Relation<Mechanism>;
}
