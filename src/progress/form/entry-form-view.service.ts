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
import { ChoosableItemsService } from '../../plans/choosing/choosable-items.service.js';
import type { ItemsToChoose } from '../../plans/choosing/items-to-choose.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { EntryVersion } from '../entries/entry.entity.js';
import { namesOf } from '../entries/labels.js';
import type { Offer } from '../links/offer.js';
import { EntryFormService } from './entry-form.service.js';
import { isId } from '../../platform/http/path-id.js';

/** What the form shows besides the values typed. */
export interface EntryFormView {
  entry: SeenEntry | null;
  /** The one it began with; null for an answer that is about none. */
  first: PlanItem | null;
  items: ItemsToChoose;
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
    private readonly choosable: ChoosableItemsService,
  ) {}

  /** `entry` null: a new one. Throws NotFoundError for a new one about no item. */
  async load(actor: Actor, entry: SeenEntry | null, { values }: FormState): Promise<EntryFormView> {
    // Those offered stay to be chosen from, also when every one of them was taken off.
    const ids = [...new Set([values.offered, values.items].flat().filter(isId))];
    if (!entry && ids.length === 0) throw new NotFoundError('item');
    const first = ids[0] ? await this.items.find(actor, ids[0]) : null;
    const draft = entry ? null : await this.forms.draft(actor, ids[0]!);
    const mechanismId = entry?.mechanismId ?? draft!.item.plan.mechanismId;
    const as = entry ? [entry.reporterKind, entry.reporter].filter(Boolean).join(':') : String(values.as);
    const { periodStart, periodEnd } = values;
    const [mechanism, last, offers, panels, way, readers, items] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.forms.lastSaid(actor, mechanismId, as, ids, entry?.id ?? null),
      // Once something was submitted here, nothing is answered by a link any more.
      entry?.number || !first ? [] : this.forms.offers(actor, first, as, periodStart, periodEnd),
      entry ? this.forms.around(actor, entry.id) : [],
      entry ? [] : this.forms.way(actor, mechanismId, as),
      this.readers.in(actor, mechanismId),
      this.choosable.from(actor, first ? [first.plan] : [], values),
    ]);
    const named = [...offers, ...(entry?.places ?? [])].map((one) => one.mechanismId);
    const names = namesOf(await this.mechanisms.list(named), actor.language);
    const voices = draft?.voices ?? [];
    return { entry, first, items, mechanism, last, offers, names, voices, panels, way, readers };
  }
}
