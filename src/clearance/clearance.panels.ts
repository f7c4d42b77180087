import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { OWN_MECHANISMS } from '../accounts/own-mechanisms.js';
import { voicesIn } from '../accounts/roles.js';
import type { Actor } from '../platform/http/actor.js';
import { stateOf } from '../gate/state-of.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Panels } from '../platform/web/panels.js';
import { isEditable } from '../progress/entries/entry.workflow.js';
import { type WaitingStep, WaitingSteps } from '../gate/waiting-steps.js';
import { Entry } from '../progress/entries/entry.entity.js';
import { submissionOf } from '../progress/deeds/entry-deed.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { pathOf } from './deed-of.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { isOfDelegation, isOfSomeDelegation } from './delegation-people.service.js';
import type { SeenClearance } from './seen-clearance.js';
import { ClearancePanel, ClearancePanels as Several, ClearedPanel, WayPanel } from './views/panels.js';
import { StepsPanel } from './views/steps-panel.js';
import { StepsToDecide } from './views/steps-to-decide.js';
import { ClearancesToDecide } from './views/to-decide.js';

const PROPOSALS = `SELECT 1 FROM "clearance_proposal" "proposal" INNER JOIN "clearance_setting" "setting" ON "setting"."id" = "proposal"."settingId" WHERE "setting"."mechanismId" IN (${OWN_MECHANISMS})`;
const WAITING = `SELECT 1 FROM "clearance" WHERE "state" = 'waiting' AND "mechanismId" IN (${OWN_MECHANISMS})`;
const ABOUT = 'SELECT 1 FROM "clearance" WHERE "subjectId" = :subject';

/** What clearance shows on other features' pages, to the people of the delegation. */
@Injectable()
export class ClearancePanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly unitOfWork: UnitOfWork,
    private readonly clearances: ClearanceQueryService,
    private readonly settings: ClearanceSettingsService,
    private readonly steps: WaitingSteps,
  ) {}

  onModuleInit(): void {
    this.steps.tell((actor, ids) => this.waitingSteps(actor, ids));
    this.panels.add('home-top', 4, (actor) => this.stepsToDecide(actor), { rows: PROPOSALS });
    this.panels.add('home-top', 5, (actor) => this.toDecide(actor), { rows: WAITING });
    this.panels.add('entry', 5, (actor, entryId) => this.onEntry(actor, entryId));
    this.panels.add('entry-new', 5, (actor, voice) => this.onNew(actor, voice));
    this.panels.add('entry', 6, (actor, id) => this.onSubject(actor, id), { rows: ABOUT });
    for (const page of ['entry-release', 'practice', 'support'])
      this.panels.add(page, 5, (actor, id) => this.onSubject(actor, id), { rows: ABOUT });
    this.panels.add('delegation', 10, (actor, mechanismId) => this.onDelegation(actor, mechanismId));
  }

  private async waitingSteps(actor: Actor, ids: readonly string[]): Promise<WaitingStep[]> {
    const waiting = await this.clearances.waitingOf(actor, ids);
    return waiting.map(({ clearance, waiting: { step, asked, lastDay, mine } }) => ({
      entryId: clearance.subjectId,
      ...{ name: step.name, asked, lastDay, mine },
      href: pathOf(clearance),
    }));
  }

  private async stepsToDecide(actor: Actor) {
    const asked = await this.settings.asked(actor);
    return asked.length > 0 ? h(StepsToDecide, { asked }) : null;
  }

  private async toDecide(actor: Actor) {
    const asked = await this.clearances.asked(actor);
    return asked.length > 0 ? h(ClearancesToDecide, { asked }) : null;
  }

  /** Where a working text stands, or which way it will go; of what was submitted, how it was cleared. */
  private async onEntry(actor: Actor, id: string) {
    if (!isOfSomeDelegation(actor)) return null;
    const where = { id, reporterKind: 'state' as const };
    const [entry] = await this.unitOfWork.read.find(Entry, { where, relations: { disclosures: true } });
    if (!entry || !isOfDelegation(actor, entry.mechanismId, entry.reporter)) return null;
    const seen = await this.clearances.find(actor, id).catch(() => null);
    if (!isEditable(entry.state)) return seen?.clearance.state === 'done' ? h(ClearedPanel, { seen }) : null;
    if (seen && seen.clearance.state !== 'done') return h(ClearancePanel, { seen });
    const steps = await this.settings.wayOf(submissionOf(entry));
    return steps.length > 0 ? h(WayPanel, { steps }) : null;
  }

  /** Which way a text will go that is not there yet. */
  private async onNew(actor: Actor, voice: string) {
    const [mechanismId, as] = voice.split(/ (.*)/s) as [string, string?];
    const state = stateOf(as ?? '');
    if (!state || !isOfDelegation(actor, mechanismId, state)) return null;
    const steps = await this.settings.wayOf({ mechanismIds: [mechanismId], state });
    return steps.length > 0 ? h(WayPanel, { steps }) : null;
  }

  /** What else is to be opened of a subject, and is not yet. */
  private async onSubject(actor: Actor, subjectId: string) {
    const open = ({ clearance: { kind, state } }: SeenClearance) =>
      kind !== 'entry' && state !== 'done' && state !== 'stopped';
    const all = (await this.clearances.about(actor, subjectId)).filter(open);
    const seen = await Promise.all(all.map(({ clearance }) => this.clearances.find(actor, clearance.id)));
    return seen.length > 0 ? h(Several, { seen }) : null;
  }

  private async onDelegation(actor: Actor, mechanismId: string) {
    const states = voicesIn(actor, mechanismId).flatMap(({ kind, subject }) =>
      kind === 'state' && subject ? [subject] : [],
    );
    if (states.length === 0) return null;
    const settled = await Promise.all(states.map((state) => this.settings.find(actor, mechanismId, state)));
    return h(StepsPanel, { settled });
  }
}
