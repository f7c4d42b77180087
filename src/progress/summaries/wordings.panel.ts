import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { Panels } from '../../platform/web/panels.js';
import { EntriesReader } from '../access/entries-reader.js';
import { namesOf } from '../entries/views/labels.js';
import { WaitingHere, type WaitingWording, WaitingWordings } from './views/waiting-wordings.js';
import { WordingsService } from './wordings.service.js';

/** Summaries that wait for a reporter's decision, among what is asked of it and beside the entry. */
@Injectable()
export class WordingsPanel implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly wordings: WordingsService,
    private readonly entries: EntriesReader,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('home-top', 20, async (actor) => {
      const waiting = await this.waiting(actor);
      return waiting.length > 0 ? h(WaitingWordings, { waiting }) : null;
    });
    this.panels.add('entry', 5, async (actor, entryId) => {
      const waiting = await this.waiting(actor, entryId);
      return waiting.length > 0 ? h(WaitingHere, { waiting }) : null;
    });
  }

  private async waiting(actor: Actor, entryId?: string): Promise<WaitingWording[]> {
    const all = await this.wordings.waiting(actor);
    const wordings = all.filter((one) => !entryId || one.entryId === entryId);
    if (wordings.length === 0) return [];
    const names = namesOf(await this.mechanisms.list(wordings.map(({ mechanismId }) => mechanismId)));
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
