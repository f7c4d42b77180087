import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';

/** A document with an entry in it: one that was frozen, which keeps what it says whatever is decided later, or one that is circulated. */
export interface DocumentUse {
  mechanismId: string;
  /** Null where the document is not the actor's to know more of. */
  title: string | null;
  href: string | null;
  /** Null while it is only circulated: what is taken back leaves it. */
  frozenAt: Date | null;
  /** Whether it names the reporter. */
  attributed: boolean;
}

/** Finds the documents with any of these entries in them. It is asked for the entries' reporter only. */
export type FindUses = (
  actor: Actor,
  entryIds: readonly string[],
) => Promise<(DocumentUse & { entryId: string })[]>;

/** Later features make documents; they report here what they froze and circulated of an entry, for its reporter alone. */
@Injectable()
export class DocumentUses {
  private readonly finders: FindUses[] = [];

  add(find: FindUses): void {
    this.finders.push(find);
  }

  /** Those in circulation, then the latest first. The caller has made sure that the entry is the actor's own. */
  async find(actor: Actor, entryId: string): Promise<DocumentUse[]> {
    return (await this.findAll(actor, [entryId])).get(entryId) ?? [];
  }

  /** The same of several, by entry. */
  async findAll(actor: Actor, entryIds: readonly string[]): Promise<Map<string, DocumentUse[]>> {
    const found = await Promise.all(this.finders.map((find) => find(actor, entryIds)));
    const at = ({ frozenAt }: DocumentUse) => frozenAt?.getTime() ?? Infinity;
    const latest = found.flat().sort((a, b) => (at(a) === at(b) ? 0 : at(b) - at(a)));
    const byEntry = new Map<string, DocumentUse[]>();
    for (const { entryId, ...use } of latest) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), use]);
    return byEntry;
  }
}
