import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Flag, Id, Moment, Ref, Short } from '../../platform/database/columns.js';
import { Round, RoundAddressee } from '../round/round.entity.js';

/** A way to answer without signing in: opens one addressee's questions of one round and nothing else. */
@Entity('answer_link')
@Index(['addresseeId'])
@Index(['roundId'])
export class AnswerLink {
  @Id() id!: string;
  @Ref() roundId!: string;
  @Ref() addresseeId!: string;
  /** Whose it is; null when it was given to a colleague who has no account. */
  @Ref({ nullable: true }) accountId!: string | null;
  /** The colleague it was given to; null, too, for one whose address its giver copied. */
  @Short(200, { nullable: true }) name!: string | null;
  @Short(254, { nullable: true }) email!: string | null;
  /** Account of who gave it; null when the round's opening did. */
  @Ref({ nullable: true }) createdBy!: string | null;
  /** Whether a colleague reads what the delegation wrote to these questions so far, and said last time. */
  @Flag({ default: false }) showsHistory!: boolean;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) revokedAt!: Date | null;
  @Moment({ nullable: true }) lastOpenedAt!: Date | null;
  /** When the answers were submitted through it. */
  @Moment({ nullable: true }) answeredAt!: Date | null;
  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
  @ManyToOne(() => RoundAddressee, { onDelete: 'CASCADE' })
  addressee!: Relation<RoundAddressee>;
}

/** One address of a link: each mail has its own, which is minted as the mail is written. The row holds only its hash. */
@Entity('answer_link_token')
export class AnswerLinkToken {
  @Id() id!: string;
  @Index() @Ref() linkId!: string;
  @Short(64, { unique: true }) secretHash!: string;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  /** Made the first way, of the link's id and the installation's key: it opens while that key is listed. */
  @Flag() derived!: boolean;
  @ManyToOne(() => AnswerLink, { onDelete: 'CASCADE' })
  link!: Relation<AnswerLink>;
}
