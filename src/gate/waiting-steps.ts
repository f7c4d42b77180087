import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import type { Day } from '../platform/i18n/day.js';

/** A step within the delegation at which something of an entry waits. */
export interface WaitingStep {
  entryId: string;
  /** As the delegation calls it. */
  name: string;
  /** Who is asked, by name. */
  asked: string[];
  lastDay: Day | null;
  /** Whether the actor may decide it. */
  mine: boolean;
  href: string;
}

/** Of these entries' steps those the actor may know of: none to who is not of the delegation. */
export type FindSteps = (actor: Actor, entryIds: readonly string[]) => Promise<WaitingStep[]>;

/** A feature further down knows where a delegation's texts wait; it tells it here. */
@Injectable()
export class WaitingSteps {
  private find: FindSteps = () => Promise.resolve([]);

  tell(find: FindSteps): void {
    this.find = find;
  }

  async of(actor: Actor, entryIds: readonly string[]): Promise<WaitingStep[]> {
    return entryIds.length > 0 ? this.find(actor, entryIds) : [];
  }
}
