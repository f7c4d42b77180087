import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../platform/database/history.js';
import type { Actor } from '../platform/http/actor.js';
import type { TextKey } from '../platform/i18n/i18n.js';
import type { Localized } from '../platform/i18n/localized.js';

/** What a change was made to, in its feature's own words, as its reader sees it today. */
export interface HistorySubject {
  href: string;
  /** A code or the like, before the title. */
  lead: string;
  title: Localized;
  /** How many more things it is about. */
  more: number;
  /** How it stands now. */
  standing: TextKey;
}

/** By id, those of the things that the actor may see. */
type Find = (
  actor: Actor,
  ids: string[],
  mechanismId: string,
) => Promise<ReadonlyMap<string, HistorySubject>>;
export type Subjects = ReadonlyMap<string, HistorySubject>;

/** What events are about. The feature a kind belongs to names it; of what has no name the sentence says enough. */
@Injectable()
export class HistorySubjects {
  private readonly kinds = new Map<string, Find>();

  add(kind: string, find: Find): void {
    this.kinds.set(kind, find);
  }

  /** By id; what the actor does not see, or what is no more, is not in it. */
  async of(actor: Actor, mechanismId: string, events: readonly AuditEvent[]): Promise<Subjects> {
    const found = new Map<string, HistorySubject>();
    for (const [kind, find] of this.kinds) {
      const ids = events.filter((event) => event.subjectKind === kind).map(({ subjectId }) => subjectId);
      if (ids.length === 0) continue;
      for (const [id, subject] of await find(actor, [...new Set(ids)], mechanismId)) found.set(id, subject);
    }
    return found;
  }
}
