import { Entity, Index, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Day, Flag, Id, Json, Moment, Ref, Short, Text, Version } from '../platform/database/columns.js';
import { Entry } from '../progress/entries/entry.entity.js';
import type { SupportKind } from '../progress/entries/vocabulary.data.js';
import type { SupportState } from './vocabulary.js';

/** What a State asks for. It is its own people's until it lets others see it, and again when it takes that back. */
@Entity('support_request')
@Index(['mechanismId', 'createdAt'])
@Index(['entryId'])
export class SupportRequest {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  /** The State that asks. */
  @Short(3) requester!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  /** The entry it was made from. It opens nothing of it. */
  @Ref({ nullable: true }) entryId!: string | null;
  @Short(12) kind!: SupportKind;
  @Short(200) title!: string;
  @Short(5) language!: string;
  @Text({ nullable: true }) text!: string | null;
  /** Numbers of objectives. */
  @Json() objectives!: number[];
  @Day({ nullable: true }) periodStart!: string | null;
  @Day({ nullable: true }) periodEnd!: string | null;
  /** Whom to turn to, in the requester's words. */
  @Short(500, { nullable: true }) contact!: string | null;
  @Short(12) state!: SupportState;
  @Flag() toSecretariat!: boolean;
  @Flag() toPartners!: boolean;
  /** To the focal points of the other States, and the chair. */
  @Flag() toMembers!: boolean;
  /** Whether the secretariat, where it sees the request, sees the answers too. */
  @Flag() offersToSecretariat!: boolean;
  @Moment() createdAt!: Date;
  @Moment() changedAt!: Date;
  @Version() version!: number;
  @ManyToOne(() => Entry, { onDelete: 'SET NULL' })
  entry!: Relation<Entry> | null;
  @OneToMany(() => SupportOffer, (offer) => offer.request) offers!: Relation<SupportOffer>[];
}

/** What a partner answers. */
@Entity('support_offer')
@Index(['requestId', 'at'])
export class SupportOffer {
  @Id() id!: string;
  @Ref() requestId!: string;
  /** Name of the partner, as its people's roles have it. */
  @Short(120) partner!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @Text() text!: string;
  @Short(500, { nullable: true }) contact!: string | null;
  @Moment() at!: Date;
  @ManyToOne(() => SupportRequest, (request) => request.offers, { onDelete: 'CASCADE' })
  request!: Relation<SupportRequest>;
}
