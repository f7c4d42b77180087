import { Entity, Index, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Flag, Id, Int, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { Block } from '../../platform/documents/document.js';
import { Submission } from '../submissions/submission.entity.js';
import type { PassageSource, PassageState } from './passage.js';

/**
 * A passage of a document. Its id is drawn at random and not from the clock: it stands in Word files, and the moment it
 * was made could tell whose release it was.
 */
@Entity('submission_passage')
@Index(['submissionId', 'sectionKey', 'position'])
export class Passage {
  @Id() id!: string;
  @Ref() submissionId!: string;
  @Short(40) sectionKey!: string;
  @Int() position!: number;
  /** Of what is compiled, see `CompiledPassage`; null for the secretariat's own. */
  @Short(200, { nullable: true }) key!: string | null;
  @Short(10) state!: PassageState;
  /** Put where it is by a person: compiling leaves it there. */
  @Flag() moved!: boolean;
  /** Nothing is compiled for it any more. */
  @Flag() gone!: boolean;
  /** Of the words that stand: while they are edited, those of what was edited, whatever is compiled since. */
  @Json() sources!: PassageSource[];
  /** Of what is compiled now (`PassageWords.compiled`). Whoever takes it, takes these too. */
  @Json({ default: '[]' }) compiledSources!: PassageSource[];
  /** The seal of the compiled words that were edited: while the compilation's is the same, nothing is new. */
  @Short(64, { nullable: true }) takenSeal!: string | null;
  /** Of what is compiled now, in the document's original language; null for what is not compiled. */
  @Short(64, { nullable: true }) compiledSeal!: string | null;
  @Version() version!: number;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  submission!: Relation<Submission>;
  @OneToMany(() => PassageWords, (words) => words.passage)
  words!: Relation<PassageWords>[];
}

/** What a passage says in one language. */
@Entity('submission_passage_words')
export class PassageWords {
  @PrimaryColumn({ type: 'varchar', length: 36 }) passageId!: string;
  @PrimaryColumn({ type: 'varchar', length: 5 }) language!: string;
  @Json({ nullable: true }) compiled!: Block[] | null;
  /** The secretariat's; null where it has written none. */
  @Json({ nullable: true }) edited!: Block[] | null;
  /** Of the words that stand (edited, else compiled), see `measure.ts`: pages add them up without reading the words. */
  @Int({ default: 0 }) words!: number;
  @Int({ default: 0 }) characters!: number;
  /** Of a translation: the seal of the original's words that it translates. Where they are other words now, it is outdated. */
  @Short(64, { nullable: true }) translates!: string | null;
  @Moment({ nullable: true }) editedAt!: Date | null;
  @Ref({ nullable: true }) editedBy!: string | null;
  @ManyToOne(() => Passage, (passage) => passage.words, { onDelete: 'CASCADE' })
  passage!: Relation<Passage>;
}
