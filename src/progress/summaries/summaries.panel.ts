import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { OWN_MECHANISMS } from '../../accounts/own-mechanisms.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { Panels } from '../../platform/web/panels.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { namesOf } from '../entries/labels.js';
import { WaitingHere, type WaitingSummary, WaitingSummaries } from './views/waiting-summaries.js';
import { SummaryQueryService } from './summary-query.service.js';

/** Summaries that wait for a reporter's decision, among what is asked of it and beside the entry. */
@Injectable()
export class SummariesPanel implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly summaries: SummaryQueryService,
    private readonly entries: EntryQueryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    const suggested = `SELECT 1 FROM "entry_wording" WHERE "state" = 'suggested'`;
    this.panels.add('home-top', 20, (actor) => this.onHome(actor), {
      rows: `${suggested} AND "mechanismId" IN (${OWN_MECHANISMS})`,
    });
    this.panels.add('entry', 5, (actor, entryId) => this.onEntry(actor, entryId), {
      rows: `${suggested} AND "entryId" = :subject`,
    });
  }

  private async onHome(actor: Actor) {
    const waiting = await this.waiting(actor);
    return waiting.length > 0 ? h(WaitingSummaries, { waiting }) : null;
  }

  private async onEntry(actor: Actor, entryId: string) {
    const waiting = await this.waiting(actor, entryId);
    return waiting.length > 0 ? h(WaitingHere, { waiting }) : null;
  }

  private async waiting(actor: Actor, entryId?: string): Promise<WaitingSummary[]> {
    const all = await this.summaries.waiting(actor);
    const wordings = all.filter((one) => !entryId || one.entryId === entryId);
    if (wordings.length === 0) return [];
    const names = namesOf(
      await this.mechanisms.list(wordings.map(({ mechanismId }) => mechanismId)),
      actor.language,
    );
    return Promise.all(
      wordings.map(async ({ id, entryId: about, mechanismId }) => ({
        id,
        entry: await this.entries.find(actor, about),
        mechanismId,
        mechanism: names.get(mechanismId) ?? mechanismId,
      })),
    );
  }
}
