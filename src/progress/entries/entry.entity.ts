import { Entity, Index, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Day, Id, Int, Json, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import type { EntryContent } from './entry-content.js';
import type { Writer } from './writers.js';
import type { EntryState, Release, ReporterKind, Visibility } from './vocabulary.js';

/**
 * What one reporter says for a period about one or more plan items. `content` is the working text: only the
 * reporter's own people read it. What was submitted stands in the versions.
 */
@Entity('entry')
@Index(['mechanismId', 'state'])
@Index(['mechanismId', 'waitingSince', 'id', 'reporterKind'])
@Index(['reporterKind', 'reporter'])
export class Entry {
  @Id() id!: string;
  /** Where it is reported. */
  @Ref() mechanismId!: string;
  @Short(12) reporterKind!: ReporterKind;
  /** State code or partner name; empty for the secretariat. */
  @Short(120) reporter!: string;
  /** Who began it. */
  @Ref({ nullable: true }) authorId!: string | null;
  @Short(12) state!: EntryState;
  @Day() periodStart!: string;
  @Day() periodEnd!: string;
  @Json() content!: EntryContent;
  /** Objectives that an answer to a question without a plan item speaks about, maybe none; null for an entry about items. */
  @Json({ nullable: true }) objectives!: number[] | null;
  /** Number of the last submitted version; 0 before the first, and again while one that was withdrawn is rewritten. */
  @Int({ default: 0 }) submittedVersion!: number;
  /** Number of the version the secretariat where it is reported accepted last; 0 while there is none. */
  @Int({ default: 0 }) acceptedVersion!: number;
  /** When the last version was submitted, while it waits for the secretariat where it is reported; else null. */
  @Moment({ nullable: true }) waitingSince!: Date | null;
  @Moment() createdAt!: Date;
  @Moment() changedAt!: Date;
  @Version() version!: number;
  /** The open form that saved the working text last, and which version that made; see `saved-by.ts`. */
  @Short(60, { nullable: true }) savedBy!: string | null;
  /** Who had a hand in the working text; null for one from before it was kept. */
  @Json({ nullable: true }) writers!: Writer[] | null;
  /** Of every version: what is wanted is picked by number (`itemsOf`). */
  @OneToMany(() => EntryItem, (row) => row.entry) itemsByVersion!: Relation<EntryItem>[];
  @OneToMany(() => EntryEvidence, (row) => row.entry) evidenceByVersion!: Relation<EntryEvidence>[];
  @OneToMany(() => EntryVersion, (version) => version.entry) versions!: Relation<EntryVersion>[];
  @OneToMany(() => Disclosure, (disclosure) => disclosure.entry) disclosures!: Relation<Disclosure>[];
  /** No column: whether its delegation is still clearing the working text, where that was just asked. */
  keptBack?: boolean;
}

/** Stands for the working text where the others are the numbers of versions. */
export const WORKING_TEXT = 0;

/** The plan items an entry speaks about: in its working text (number 0), and in each version. */
@Entity('entry_item')
@Index(['itemId'])
export class EntryItem {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @PrimaryColumn({ type: 'varchar', length: 36 }) itemId!: string;
  @ManyToOne(() => Entry, (entry) => entry.itemsByVersion, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
  @ManyToOne(() => PlanItem, { onDelete: 'CASCADE' })
  item!: Relation<PlanItem>;
}

/** What was submitted, word for word. Never changed. Its items and evidence are the rows with its number. */
@Entity('entry_version')
export class EntryVersion {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Moment() submittedAt!: Date;
  @Ref({ nullable: true }) submittedBy!: string | null;
  @Day() periodStart!: string;
  @Day() periodEnd!: string;
  @Json() content!: EntryContent;
  /** As the entry's own were. */
  @Json({ nullable: true }) objectives!: number[] | null;
  @Moment({ nullable: true }) acceptedAt!: Date | null;
  @Moment({ nullable: true }) returnedAt!: Date | null;
  /** The secretariat's comment to the reporter; nobody else's. */
  @Text({ nullable: true }) comment!: string | null;
  /** When it was taken back, itself or with a later one: from then on it is its reporter's alone, for good. */
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
  /** As the entry's own were. */
  @Json({ nullable: true }) writers!: Writer[] | null;
  @ManyToOne(() => Entry, (entry) => entry.versions, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}

/**
 * An entry in one mechanism: how far it may be seen there and how documents may use it, which is the reporter's decision
 * and begins at the narrowest; and what the secretariat there said to it. One row for where it is reported, and one for
 * each mechanism it is linked to. Nobody sees an entry but through one of these rows.
 */
@Entity('entry_disclosure')
@Index(['mechanismId', 'visibility'])
@Index(['mechanismId', 'linkedAt'])
export class Disclosure {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) mechanismId!: string;
  @Short(12) visibility!: Visibility;
  @Short(12) release!: Release;
  /** Number of the version the secretariat here accepted last; 0 while there is none. At home it is the entry's own. */
  @Int({ default: 0 }) acceptedVersion!: number;
  @Moment({ nullable: true }) acceptedAt!: Date | null;
  /** Number of the version that was given back here last. */
  @Int({ default: 0 }) returnedVersion!: number;
  @Moment({ nullable: true }) returnedAt!: Date | null;
  /** What the secretariat here said when it gave it back; the reporter's to read. At home it stands with the version. */
  @Text({ nullable: true }) comment!: string | null;
  /** When the reporter linked it here; null at home. */
  @Moment({ nullable: true }) linkedAt!: Date | null;
  @Ref({ nullable: true }) linkedBy!: string | null;
  @ManyToOne(() => Entry, (entry) => entry.disclosures, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}

/** A file or a link that shows what an entry says. It is seen by whoever reads a text it goes with. */
@Entity('evidence')
export class Evidence {
  @Id() id!: string;
  @Index() @Ref() entryId!: string;
  @Short(200) title!: string;
  /** A link's address; null for a file. */
  @Short(2000, { nullable: true }) url!: string | null;
  @Ref({ nullable: true }) fileKey!: string | null;
  @Short(100, { nullable: true }) mediaType!: string | null;
  @Int({ nullable: true }) bytes!: number | null;
  @Short(64, { nullable: true }) sha256!: string | null;
  @Moment() addedAt!: Date;
  @ManyToOne(() => Entry, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
}

/** With which texts of its entry a piece of evidence goes: the working text (number 0) and versions. */
@Entity('entry_evidence')
@Index(['evidenceId'])
export class EntryEvidence {
  @PrimaryColumn({ type: 'varchar', length: 36 }) entryId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @PrimaryColumn({ type: 'varchar', length: 36 }) evidenceId!: string;
  @ManyToOne(() => Entry, { onDelete: 'CASCADE' })
  entry!: Relation<Entry>;
  @ManyToOne(() => Evidence, { onDelete: 'CASCADE' })
  evidence!: Relation<Evidence>;
}
