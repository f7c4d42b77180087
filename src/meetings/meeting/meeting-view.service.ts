import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { AgendaService } from '../agenda/agenda.service.js';
import type { Decision } from '../decisions/decision.entity.js';
import { DecisionQueryService } from '../decisions/decision-query.service.js';
import type { AdoptedPlan, AgendaItem, Meeting, MeetingDocument } from './meeting.entity.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingsService } from './meetings.service.js';

/** Everything a meeting's page shows. */
export interface WholeMeeting {
  meeting: Meeting;
  agenda: AgendaItem[];
  documents: MeetingDocument[];
  decisions: Decision[];
  adopted: AdoptedPlan[];
  /** Plans that could be linked as adopted here; none for those who may not. */
  plans: Plan[];
  editable: boolean;
}

/** Gathers a meeting with all that belongs to it, as far as the actor may read it. */
@Injectable()
export class MeetingViewService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly agenda: AgendaService,
    private readonly decisions: DecisionQueryService,
    private readonly links: MeetingLinksService,
    private readonly plans: PlansService,
  ) {}

  /** Throws NotFoundError when the meeting is not the actor's to read. */
  async load(actor: Actor, id: string): Promise<WholeMeeting> {
    const meeting = await this.meetings.find(actor, id);
    const { mechanismId } = meeting;
    const editable = can(actor, 'meetings.edit', mechanismId);
    const [agenda, documents, decisions, adopted, plans] = await Promise.all([
      this.agenda.list(actor, id),
      this.links.documents(actor, id),
      this.decisions.list(actor, id),
      this.links.adopted(actor, id),
      editable ? this.plans.list(actor, mechanismId) : [],
    ]);
    const linked = new Set(adopted.map(({ planId }) => planId));
    const free = plans.filter((plan) => !linked.has(plan.id));
    return { meeting, agenda, documents, decisions, adopted, plans: free, editable };
  }
}
