import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../platform/errors.js';
import type { ReaderGroup } from '../mechanisms/readers/reader-words.js';
import type { Actor } from '../platform/http/actor.js';
import type { Localized } from '../platform/i18n/localized.js';

/** Which conversation: about what, and in which mechanism. */
export interface ConversationKey {
  kind: string;
  id: string;
  scope: string;
}

/** A conversation as one actor finds it. */
export interface ConversationSubject {
  /** Name of what is talked about, in words anybody who may read it may see. */
  title: Localized;
  /** Whether it may stand in a mail, which can be passed on: a plan's words may, a delegation's may not. */
  titleMayBeMailed: boolean;
  href: string;
  /** For whom the actor speaks here; null when reading only. */
  voice: string | null;
  /** Who reads it, to be said before the actor writes; `other` is the side that is in none of these groups, as a voice. */
  readers: readonly ReaderGroup[];
  other?: string;
  /** What was said up to this moment is closed to the actor; null or not given where nothing is. */
  closedUntil?: Date | null;
}

export interface ConversationSubjectProvider {
  /** Null when for this actor there is no such conversation. */
  find(actor: Actor, id: string, scope: string): Promise<ConversationSubject | null>;
  /** Accounts that take part today; each is asked about again before a mail goes to it. */
  people(id: string, scope: string): Promise<string[]>;
}

/**
 * What can be talked about, and by whom: the features that own the subjects say so here. A conversation has no rule
 * of its own about who sees it.
 */
@Injectable()
export class ConversationSubjects {
  private readonly keepers = new Map<string, ConversationSubjectProvider>();

  add(kind: string, keeper: ConversationSubjectProvider): void {
    if (this.keepers.has(kind)) throw new Error(`two keepers of conversations about ${kind}`);
    this.keepers.set(kind, keeper);
  }

  async find(actor: Actor, { kind, id, scope }: ConversationKey): Promise<ConversationSubject | null> {
    return (await this.keepers.get(kind)?.find(actor, id, scope)) ?? null;
  }

  /** Throws NotFoundError when for this actor there is none. */
  async open(actor: Actor, key: ConversationKey): Promise<ConversationSubject> {
    const found = await this.find(actor, key);
    if (!found) throw new NotFoundError('conversation');
    return found;
  }

  people({ kind, id, scope }: ConversationKey): Promise<string[]> {
    return this.keepers.get(kind)?.people(id, scope) ?? Promise.resolve([]);
  }
}
