import type { VNode } from 'preact';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/http/actor.js';
import type { Localized } from '../platform/i18n/localized.js';
import type { DeedKind, GuardedKind } from './deeds.data.js';

/** Of which deed one speaks: there is one at a time. */
export interface DeedKey<Kind extends DeedKind = DeedKind> {
  kind: Kind;
  /** The entry, practice or request. */
  subjectId: string;
  /** Which of several of one subject, as a mechanism's id or a summary's; empty where there is but one. */
  part: string;
}

/** Something that would make words visible to somebody outside the delegation they are from. */
export interface Deed<Payload = unknown, Kind extends DeedKind = DeedKind> extends DeedKey<Kind> {
  /** Whose steps guard it, in their order: of the delegation where it comes from, then of those where it goes. */
  mechanismIds: readonly string[];
  /** Code of the State whose words they are; null for words of a partner or a secretariat, which no steps guard. */
  state: string | null;
  /** What performing it needs beyond the subject. It is kept as JSON while the deed waits. */
  payload: Payload;
  /**
   * The subject as whoever passes the deed has locked and read it in this transaction, for its feature to go on with. It
   * is not kept; without it the feature reads the subject itself.
   */
  held?: unknown;
}

/** A deed as the people of the delegation read it, before they let it pass. */
export interface ShownDeed {
  title: Localized;
  /** Code of the plan item the title is of. */
  code?: string;
  /** How many more items it is about. */
  more?: number;
  /** Whether the title may stand in a mail, which can be passed on: a plan's words may, a delegation's may not. */
  titleMayBeMailed: boolean;
  /** Page of the subject. */
  href: string;
  /** All that would be visible, and to whom. */
  body: VNode;
  authorId: string | null;
}

/** Does the deeds of one kind, and nothing else in the product does. */
export interface DeedPerformer<Payload> {
  /** Throws ConflictError, NotFoundError or InvalidError when it cannot be done any more. */
  perform(manager: EntityManager, actor: Actor, deed: Deed<Payload>): Promise<unknown>;
}

/** The same for a kind that the steps guard. */
export interface GuardedPerformer<Payload> extends DeedPerformer<Payload> {
  /**
   * A fingerprint of everything that would be visible, with how far: compared at every step and before it is performed.
   * It locks the subject until the transaction ends. Null when the deed can no longer be done.
   */
  mark(manager: EntityManager, deed: Deed<Payload>): Promise<string | null>;
  /** Null when the actor may not read it. */
  show(actor: Actor, deed: Deed<Payload>): Promise<ShownDeed | null>;
}

/** Keeps deeds back until the delegation has let them pass; implemented by the feature that knows its steps. */
export interface DeedKeeper {
  /** Whether it may be done now. If not, the keeper sees to what has to happen first, and performs it after that. */
  opens(actor: Actor, deed: Deed): Promise<boolean>;
  /** Is notified that a subject may have changed. Answers which kinds of its deeds it keeps back all the same. */
  changed(actor: Actor, subjectId: string): Promise<GuardedKind[]>;
  /** Lets go of a deed that its delegation no longer wants. */
  stop(actor: Actor, key: DeedKey): Promise<void>;
  /** Of these subjects those with a deed of this kind that it keeps back now. For the delegation's own people only. */
  keptBack(kind: GuardedKind, subjectIds: readonly string[]): Promise<string[]>;
  /** What a deed that is not done yet would bring; null when there is none. For the delegation's own people only. */
  pending(key: DeedKey): Promise<unknown>;
}
