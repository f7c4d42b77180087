import { Entity, Index, ManyToOne, OneToMany, type Relation, VirtualColumn } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { Entry } from '../../progress/entries/entry.entity.js';
import type {
  AddresseeKind,
  AddresseeState,
  QuestionTarget,
  QuestionKind,
  RoundState,
} from './vocabulary.js';

/** A secretariat's call for inputs. */
@Entity('round')
@Index(['mechanismId', 'state'])
export class Round {
  @Id() id!: string;
  @Ref() mechanismId!: string;
  @Json() title!: Localized;
  /** Why it is asked: the meeting or the review the answers are for. */
  @Json({ nullable: true }) reason!: Localized | null;
  /** The covering letter, where its secretariat wrote one: what the mail is headed, and says. */
  @Json({ nullable: true }) subject!: Localized | null;
  @Json({ nullable: true }) letter!: Localized | null;
  /** The day answers are hoped for by. After it the round stays open until the secretariat closes it. */
  @Day() dueDay!: string;
  /** The time it asks about; the period of the entries that answer it. */
  @Day() periodStart!: string;
  @Day() periodEnd!: string;
  /** Languages that answers may come in; the first is the one used when nothing else is known. */
  @Json() languages!: string[];
  @Short(10) state!: RoundState;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) openedAt!: Date | null;
  @Moment({ nullable: true }) closedAt!: Date | null;
  @Version() version!: number;
  @OneToMany(() => RoundQuestion, (question) => question.round) questions!: Relation<RoundQuestion>[];
  @OneToMany(() => RoundAddressee, (addressee) => addressee.round) addressees!: Relation<RoundAddressee>[];
}

@Entity('round_question')
@Index(['roundId', 'position'])
@Index(['itemId'])
export class RoundQuestion {
  @Id() id!: string;
  @Ref() roundId!: string;
  /** Order in the round, from 0. */
  @Int() position!: number;
  @Short(10) kind!: QuestionKind;
  /** For a question about an item. */
  @Ref({ nullable: true }) itemId!: string | null;
  /** Number of an objective, for a question about one. */
  @Int({ nullable: true }) objective!: number | null;
  /** The question's own words, for a free one. */
  @Json({ nullable: true }) text!: Localized | null;
  /** What would help, in the secretariat's words. */
  @Json({ nullable: true }) hint!: Localized | null;
  @Short(10) asked!: QuestionTarget;
  /** Keys of the addressees chosen by hand (`state:KEN`); null unless `asked` is `chosen`. */
  @Json({ nullable: true }) chosen!: string[] | null;
  @ManyToOne(() => Round, (round) => round.questions, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem> | null;
}

/** Who is asked. Its state is for the secretariat and for the addressee itself; nobody else learns even that it is asked. */
@Entity('round_addressee')
@Index(['roundId', 'kind', 'subject'], { unique: true })
@Index(['kind', 'subject'])
export class RoundAddressee {
  @Id() id!: string;
  @Ref() roundId!: string;
  @Short(10) kind!: AddresseeKind;
  /** State code, or a partner's name as its people's roles have it. */
  @Short(120) subject!: string;
  @Short(10) state!: AddresseeState;
  /** Since when; null while the round is a draft. */
  @Moment({ nullable: true }) stateAt!: Date | null;
  /** When its people said that what they submitted is all they will say. */
  @Moment({ nullable: true }) handedInAt!: Date | null;
  /** 1 while something that its secretariat typed for it waits for its confirmation. */
  @VirtualColumn({
    type: 'integer',
    query: (alias) =>
      `SELECT CASE WHEN EXISTS (SELECT 1 FROM "answer_transcript" "typed" WHERE "typed"."state" = 'waiting' AND "typed"."addresseeId" = ${alias}."id" ) THEN 1 ELSE 0 END`,
  })
  toConfirm!: number;
  @ManyToOne(() => Round, (round) => round.addressees, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
  @OneToMany(() => RoundAnswer, (answer) => answer.addressee) answers!: Relation<RoundAnswer>[];
}

/**
 * One question as it was put to one addressee when the round opened, and the entry that answers it. The entry is a
 * progress entry like any other: what it says, and to whom, is the progress feature's.
 */
@Entity('round_answer')
@Index(['questionId', 'addresseeId'], { unique: true })
@Index(['roundId'])
@Index(['addresseeId'])
@Index(['entryId'])
export class RoundAnswer {
  @Id() id!: string;
  @Ref() roundId!: string;
  @Ref() questionId!: string;
  @Ref() addresseeId!: string;
  /** Null while nobody began. */
  @Ref({ nullable: true }) entryId!: string | null;
  /** When the addressee said that it prefers not to answer this one. */
  @Moment({ nullable: true }) declinedAt!: Date | null;
  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
  @ManyToOne(() => RoundQuestion, { onDelete: 'CASCADE' })
  question!: Relation<RoundQuestion>;
  @ManyToOne(() => RoundAddressee, (addressee) => addressee.answers, { onDelete: 'CASCADE' })
  addressee!: Relation<RoundAddressee>;
  @ManyToOne(() => Entry, { onDelete: 'SET NULL' })
  entry!: Relation<Entry> | null;
}
