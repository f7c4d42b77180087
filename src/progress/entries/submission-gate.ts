import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import type { Entry } from './entry.entity.js';

/** What a later feature decides before a text goes from its reporter to a secretariat. */
export interface GateKeeper {
  /** Whether it may go now. If not, the keeper sees to what has to happen first; the entry stays what it is. */
  opens(actor: Actor, entry: Entry): Promise<boolean>;
  /** Whether the actor may link what was submitted to another mechanism, whose secretariat then reads it too. */
  opensLink(actor: Actor, entry: Entry, mechanismId: string): Promise<boolean>;
  /** Is notified that the working text, or what goes with it, may have changed. */
  changed(actor: Actor, entryId: string): Promise<void>;
  /** Of these entries those that it keeps back now. For those who speak for the reporter only. */
  keptBack(entryIds: readonly string[]): Promise<string[]>;
}

/**
 * Stands between a reporter's working text and the secretariat. ProgressService.submit asks it inside the unit of
 * work, whoever called, and LinksService.link, so that no page, link, file or job bypasses it.
 */
@Injectable()
export class SubmissionGate {
  private readonly keepers: GateKeeper[] = [];

  /** For a later feature; call it at start. */
  guard(keeper: GateKeeper): void {
    this.keepers.push(keeper);
  }

  async opens(actor: Actor, entry: Entry): Promise<boolean> {
    for (const keeper of this.keepers) if (!(await keeper.opens(actor, entry))) return false;
    return true;
  }

  async opensLink(actor: Actor, entry: Entry, mechanismId: string): Promise<boolean> {
    for (const keeper of this.keepers) if (!(await keeper.opensLink(actor, entry, mechanismId))) return false;
    return true;
  }

  async changed(actor: Actor, entryId: string): Promise<void> {
    for (const keeper of this.keepers) await keeper.changed(actor, entryId);
  }

  async keptBack(entryIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (entryIds.length === 0) return new Set();
    const kept = await Promise.all(this.keepers.map((keeper) => keeper.keptBack(entryIds)));
    return new Set(kept.flat());
  }
}
