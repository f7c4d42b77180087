import { Injectable } from '@nestjs/common';
import { can, voicesIn } from '../../accounts/roles.js';
import { MembersService } from '../../mechanisms/members/members.service.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { ListedLine } from '../access/load-listed.js';
import type { EntryFilter } from '../entries/entry.dto.js';

/** What the page of a mechanism's progress shows beside its list. */
export interface ProgressSection {
  /** What waits for the reader's secretariat, whatever the list is narrowed to; on the first page of it. */
  toAccept: ListedLine[];
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

  /** The caller has made sure that the actor may read there. */
  async load(actor: Actor, mechanism: string, { cursor }: EntryFilter): Promise<ProgressSection> {
    const accepts = can(actor, 'progress.accept', mechanism) && !cursor;
    const [waiting, plans, members] = await Promise.all([
      accepts ? this.entries.waiting(actor, mechanism) : null,
      this.plans.list(actor, mechanism),
      this.members.listFor(mechanism),
    ]);
    return {
      toAccept: waiting?.entries ?? [],
      plans,
      states: [...new Set(members.map(({ stateCode }) => stateCode))],
      reports: voicesIn(actor, mechanism).length > 0,
    };
  }
}
