import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { voicesIn } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { Begun } from '../../platform/web/autosave.js';
import { Panels } from '../../platform/web/panels.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { Entry, EntryItem, EntryVersion, WORKING_TEXT } from '../entries/entry.entity.js';
import { loadOwn } from '../access/load-entry.js';
import { formOf } from '../entries/saved-by.js';
import { isEditable } from '../entries/entry.workflow.js';
import { OffersService } from '../links/offers.service.js';
import { type Offer } from '../links/offer.js';
import { voiceText } from '../entries/voice-text.js';

export interface EntryDraft {
  item: PlanItem;
  /** For whom the actor may speak here. */
  voices: string[];
  as: string;
  periodStart: Day;
  periodEnd: Day;
  /** A draft of the same voice on the same item, to go on with instead of beginning another. */
  openDraft: string | null;
}

/** Prefills the form for reporting: who, what, which period, what was said last. */
@Injectable()
export class EntryFormService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: ItemsService,
    private readonly clock: Clock,
    private readonly panels: Panels,
    private readonly offered: OffersService,
  ) {}

  /** What later features show about an entry: which question it answers. */
  around(actor: Actor, entryId: string): Promise<VNode[]> {
    return this.panels.render('entry', actor, entryId);
  }

  /** Which steps of its delegation a new entry of this voice will pass. */
  way(actor: Actor, mechanismId: string, as: string): Promise<VNode[]> {
    return this.panels.render('entry-new', actor, `${mechanismId} ${as}`);
  }

  /** What has this id, if it is the actor's own, and which form saved it last; null if it is not. */
  async begun(actor: Actor, id: string): Promise<Begun | null> {
    const entry = await loadOwn(this.unitOfWork.read, actor, id).catch(() => null);
    return entry && { id, version: entry.version, savedBy: formOf(entry) };
  }

  /** The period begins the day after the last reported one, or with the year, and ends today. */
  async draft(actor: Actor, itemId: string): Promise<EntryDraft> {
    const item = await this.items.find(actor, itemId);
    const voices = voicesIn(actor, item.plan.mechanismId).map(voiceText);
    const as =
      voices.find((voice) =>
        item.owners.some(
          (owner) => voiceText({ kind: owner.kind as 'state', subject: owner.subject }) === voice,
        ),
      ) ?? voices[0];
    if (!as) throw new ForbiddenError();
    const [kind, reporter = ''] = split(as);
    const own = await this.unitOfWork.read.find(Entry, {
      where: { reporterKind: kind, reporter, itemsByVersion: { itemId, number: WORKING_TEXT } },
      order: { periodEnd: 'DESC' },
    });
    const today = dayIn(actor.zone, this.clock.now());
    const last = await this.lastSaid(actor, item.plan.mechanismId, as, [itemId], null);
    const next = last && addDays(last.periodEnd, 1);
    const periodStart = next && next <= today ? next : `${today.slice(0, 4)}-01-01`;
    const { mechanismId } = item.plan;
    const openDraft =
      own.find((entry) => entry.mechanismId === mechanismId && isEditable(entry.state))?.id ?? null;
    return { item, voices, as, periodStart, periodEnd: today, openDraft };
  }

  /** What the same voice submitted last about any of these items; null when nothing. */
  async lastSaid(
    actor: Actor,
    mechanismId: string,
    as: string,
    itemIds: string[],
    except: string | null,
  ): Promise<EntryVersion | null> {
    if (itemIds.length === 0) return null;
    // Only to those who speak for the same reporter: it may never have been opened to anybody.
    if (!voicesIn(actor, mechanismId).some((voice) => voiceText(voice) === as)) return null;
    const [reporterKind, reporter = ''] = split(as);
    const query = this.unitOfWork.read
      .createQueryBuilder(EntryVersion, 'said')
      .innerJoin('said.entry', 'entry', 'entry.submittedVersion = said.number')
      .innerJoin(EntryItem, 'row', 'row.entryId = said.entryId AND row.number = said.number')
      // Here only: for the same reporter elsewhere the actor may not speak.
      .innerJoin('row.item', 'item')
      .innerJoin('item.plan', 'plan', 'plan.mechanismId = :mechanismId', { mechanismId })
      .where('row.itemId IN (:...itemIds)', { itemIds })
      .andWhere('entry.reporterKind = :reporterKind AND entry.reporter = :reporter', {
        reporterKind,
        reporter,
      })
      .andWhere(`entry.state <> 'withdrawn'`)
      .orderBy('said.periodEnd', 'DESC');
    if (except) query.andWhere('entry.id <> :except', { except });
    return query.getOne();
  }

  /** What the same voice said in other mechanisms that may answer the first of these items; never for a secretariat. */
  async offers(
    actor: Actor,
    item: PlanItem,
    as: string,
    from: unknown,
    until: unknown,
    most?: number,
  ): Promise<Offer[]> {
    const { mechanismId } = item.plan;
    const voice = voicesIn(actor, mechanismId).find((one) => voiceText(one) === as);
    if (!voice) return [];
    const asked = { item, mechanismId, voice, from: dayOf(from), until: dayOf(until) };
    return (await this.offered.forItems(actor, [asked], most)).get(item.id) ?? [];
  }

  /** The same for the page of an item, from what was reported on it last; none for who speaks for nobody there. */
  async offersOn(actor: Actor, itemId: string): Promise<Offer[]> {
    // With a part in one mechanism only there is no elsewhere, and the page of an item is asked for often.
    if (new Set(actor.grants.map(({ scope }) => scope)).size < 2) return [];
    const { plan } = await this.items.findInPlan(actor, itemId);
    if (voicesIn(actor, plan.mechanismId).length === 0) return [];
    const { item, as, periodStart, periodEnd } = await this.draft(actor, itemId);
    return this.offers(actor, item, as, periodStart, periodEnd);
  }
}

/** What stands in a form's field may be anything. */
const dayOf = (value: unknown): Day | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

function split(voice: string): [Entry['reporterKind'], string?] {
  const colon = voice.indexOf(':');
  if (colon < 0) return [voice as Entry['reporterKind']];
  return [voice.slice(0, colon) as Entry['reporterKind'], voice.slice(colon + 1)];
}
