import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { EntryFilter } from '../entries/entry.dto.js';
import { EntriesPage } from '../entries/views/entries.js';
import { ProgressSectionService } from './progress-section.service.js';

/** Draws the progress of a mechanism: what waits, with ticks, and the list. */
@Injectable()
export class ProgressSectionRenderer {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly section: ProgressSectionService,
  ) {}

  /** `state`: what was ticked, and why it was not taken. Throws NotFoundError for who may not read there. */
  async draw(
    actor: Actor,
    mechanismId: string,
    query: EntryFilter,
    { state = emptyForm(), tickAll = false }: { state?: FormState; tickAll?: boolean } = {},
  ) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const { id } = mechanism;
    demand(actor, 'progress.read', id, 'mechanism');
    const filter = { ...query, mechanism: id };
    const { items, nextCursor } = await this.entries.listed(actor, filter);
    const section = await this.section.load(actor, id, filter, items);
    const shown = { filter, nextCursor, section, items: section.others, state, tickAll };
    return <EntriesPage {...shown} mechanism={mechanism} />;
  }
}
