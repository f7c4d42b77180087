import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Day, Id, Json, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import type { AnswerWords } from '../answers/answers.dto.js';
import { Round, RoundAddressee } from '../round/round.entity.js';
import type { TranscriptState, TranscriptWay } from './vocabulary.js';

/**
 * What a delegation sent by mail, on paper or in a file, as a secretariat typed it. It is no entry and nobody's word
 * before somebody who speaks for the delegation confirms it: until then the secretariat and the delegation alone know of
 * it, and nothing counts, finds or uses it.
 */
@Entity('answer_transcript')
@Index(['addresseeId', 'state'])
@Index(['roundId'])
export class Transcript {
  @Id() id!: string;
  @Ref() roundId!: string;
  @Ref() addresseeId!: string;
  @Short(10) way!: TranscriptWay;
  @Day() receivedDay!: string;
  /** By ids of the round's answers. */
  @Json() answers!: Record<string, AnswerWords>;
  @Short(10) state!: TranscriptState;
  /** Who typed it last. */
  @Ref({ nullable: true }) enteredBy!: string | null;
  @Short(200) enteredName!: string;
  @Moment() enteredAt!: Date;
  /** Who of the delegation confirmed or refused it. Set while it `waits`: confirmed, and being cleared within it. */
  @Short(200, { nullable: true }) decidedName!: string | null;
  @Moment({ nullable: true }) decidedAt!: Date | null;
  /** Why it was refused; for the secretariat. */
  @Text({ nullable: true }) reason!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
  @ManyToOne(() => RoundAddressee, { onDelete: 'CASCADE' })
  addressee!: Relation<RoundAddressee>;
}
