import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Id, Int, Moment, Ref, Short } from '../../platform/database/columns.js';
import { Round } from '../round/round.entity.js';

/** A file that goes with the mail that opens a call, to those who read one language. */
@Entity('letter_file')
@Index(['roundId'])
export class LetterFile {
  @Id() id!: string;
  @Ref() roundId!: string;
  @Short(2) language!: string;
  /** As it is saved under. */
  @Short(180) name!: string;
  @Ref() fileKey!: string;
  @Short(100) mediaType!: string;
  @Int() bytes!: number;
  @Moment() addedAt!: Date;
  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  round!: Relation<Round>;
}
