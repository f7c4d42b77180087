import { Injectable } from '@nestjs/common';
import { can, voicesIn } from '../../accounts/roles.js';
import { MembersService } from '../../mechanisms/members/members.service.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { ListedLine } from '../access/load-listed.js';
import type { EntryFilter } from '../entries/entry.dto.js';

/** What the page of a mechanism's progress shows beside its list. */
export interface ProgressSection {
  /** What waits for the reader's secretariat: of the list where that is narrowed to it, else of all, on its first page. */
  toAccept: ListedLine[];
  /** What these say, by entry, where the list is narrowed to them. */
  words: ReadonlyMap<string, SeenEntry>;
  /** The list without them. */
  others: ListedLine[];
  plans: Plan[];
  /** Codes of the States that take part, and did. */
  states: string[];
  /** Whether the reader has texts of their own. */
  reports: boolean;
}

@Injectable()
export class ProgressSectionService {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly plans: PlansService,
    private readonly members: MembersService,
  ) {}

  /** `items`: the list as it is narrowed down. The caller has made sure that the actor may read there. */
  async load(
    actor: Actor,
    mechanism: string,
    { cursor, state }: EntryFilter,
    items: ListedLine[],
  ): Promise<ProgressSection> {
    const accepts = can(actor, 'progress.accept', mechanism);
    const narrowed = accepts && state === 'submitted';
    const [waiting, plans, members] = await Promise.all([
      accepts && !narrowed && !cursor ? this.entries.waiting(actor, mechanism) : null,
      this.plans.list(actor, mechanism),
      this.members.listFor(mechanism),
    ]);
    const toAccept = narrowed ? items.filter(({ answerable }) => answerable) : (waiting?.entries ?? []);
    const shown = narrowed ? toAccept.map(({ id }) => id) : [];
    const words = await this.entries.among(actor, shown, mechanism);
    return {
      toAccept,
      words: new Map(words.map((entry) => [entry.id, entry])),
      others: narrowed ? items.filter(({ answerable }) => !answerable) : items,
      plans,
      states: [...new Set(members.map(({ stateCode }) => stateCode))],
      reports: voicesIn(actor, mechanism).length > 0,
    };
  }
}
