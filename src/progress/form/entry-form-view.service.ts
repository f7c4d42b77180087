import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Readers } from '../../mechanisms/readers/readers.js';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { ItemsService } from '../../plans/items/items.service.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { EntryVersion } from '../entries/entry.entity.js';
import { namesOf } from '../entries/labels.js';
import type { Offer } from '../links/offer.js';
import { EntryFormService } from './entry-form.service.js';
import { isId } from './form-values.js';

/** What the form shows besides the values typed. */
export interface EntryFormView {
  entry: SeenEntry | null;
  items: PlanItem[];
  mechanism: Mechanism;
  /** What the same reporter said last about these items. */
  last: EntryVersion | null;
  /** What the same reporter said in other mechanisms. */
  offers: Offer[];
  names: ReadonlyMap<string, string>;
  voices: string[];
  panels: VNode[];
  /** Of a new one: what its delegation clears first. */
  way: VNode[];
  /** Who reads it where it is reported. */
  readers: Readers | null;
}

/** Gathers what the form shows, from the values that stand in it. */
@Injectable()
export class EntryFormViewService {
  constructor(
    private readonly forms: EntryFormService,
    private readonly items: ItemsService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
  ) {}

  /** `entry` null: a new one. Throws NotFoundError for a new one about no item. */
  async load(actor: Actor, entry: SeenEntry | null, { values }: FormState): Promise<EntryFormView> {
    // Those offered stay to be chosen from, also when every one of them was taken off.
    const ids = [...new Set([values.offered, values.items].flat().filter(isId))];
    if (!entry && ids.length === 0) throw new NotFoundError('item');
    const items = await Promise.all(ids.map((id) => this.items.find(actor, id)));
    const draft = entry ? null : await this.forms.draft(actor, ids[0]!);
    const mechanismId = entry?.mechanismId ?? draft!.item.plan.mechanismId;
    const as = entry ? [entry.reporterKind, entry.reporter].filter(Boolean).join(':') : String(values.as);
    const { periodStart, periodEnd } = values;
    const [mechanism, last, offers, panels, way, readers] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.forms.lastSaid(actor, mechanismId, as, ids, entry?.id ?? null),
      // Once something was submitted here, nothing is answered by a link any more.
      entry?.number || !items[0] ? [] : this.forms.offers(actor, items[0], as, periodStart, periodEnd),
      entry ? this.forms.around(actor, entry.id) : [],
      entry ? [] : this.forms.way(actor, mechanismId, as),
      this.readers.in(actor, mechanismId),
    ]);
    const named = [...offers, ...(entry?.places ?? [])].map((one) => one.mechanismId);
    const names = namesOf(await this.mechanisms.list(named));
    const voices = draft?.voices ?? [];
    return { entry, items, mechanism, last, offers, names, voices, panels, way, readers };
  }
}
