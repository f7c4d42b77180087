import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { mechanismsWhere, type Voice, voicesIn } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { EntryQueryService, type SeenEntry } from '../access/entry-query.service.js';
import { EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { OffersService } from '../links/offers.service.js';
import { type Offer } from '../links/offer.js';

export interface ReportableItem {
  item: PlanItem;
  dueDay: Day | null;
  /** End of the period the same voice last reported on it; null when it has not. */
  reportedUntil: Day | null;
  /** What the same voice said elsewhere that may answer it. */
  offers: Offer[];
}

const MOST = 100;

/** What lies with a person: the items they answer for, their unfinished texts, and what waits for their acceptance. */
@Injectable()
export class ReportableItemsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly offers: OffersService,
  ) {}

  /** Items of adopted plans that one of the actor's voices answers for, the nearest date first; at most 100. */
  async items(actor: Actor): Promise<ReportableItem[]> {
    const voices = mechanismsWhere(actor, 'progress.write').flatMap((mechanismId) =>
      voicesIn(actor, mechanismId).map((voice) => ({ mechanismId, voice })),
    );
    if (voices.length === 0) return [];
    const owned = await this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .innerJoinAndSelect('item.plan', 'plan')
      .innerJoin('item.owners', 'owner')
      .where(
        `plan.state = 'adopted' AND (item.status IS NULL OR item.status NOT IN ('completed', 'discontinued'))`,
      )
      .andWhere(
        new Brackets((any) => {
          voices.forEach(({ mechanismId, voice }, index) => {
            const { condition, subject } = ownership(voice, index);
            any.orWhere(`(plan.mechanismId = :mechanism${index} AND ${condition})`, {
              [`mechanism${index}`]: mechanismId,
              [`subject${index}`]: subject,
            });
          });
        }),
      )
      // A date that sorts after all others: items without one come last, on both databases.
      .addSelect(`COALESCE(item.whenEnd, '9999-12-31')`, 'sort_day')
      .orderBy('sort_day', 'ASC')
      .addOrderBy('item.planId', 'ASC')
      .addOrderBy('item.position', 'ASC')
      .take(MOST)
      .getMany();
    if (owned.length === 0) return [];
    const reported = await this.reportedUntil(
      voices,
      owned.map((item) => item.id),
    );
    const asked = owned.flatMap((item) => {
      const until = reported.get(item.id);
      const from = until ? addDays(until, 1) : null;
      const { mechanismId } = item.plan;
      const own = voices.filter((one) => one.mechanismId === mechanismId);
      return own.map(({ voice }) => ({ item, mechanismId, voice, from, until: null }));
    });
    const offers = await this.offers.forItems(actor, asked);
    return owned.map((item) => ({
      item,
      dueDay: item.whenEnd,
      reportedUntil: reported.get(item.id) ?? null,
      offers: offers.get(item.id) ?? [],
    }));
  }

  /** The actor's own drafts and what came back. */
  async unfinished(actor: Actor): Promise<SeenEntry[]> {
    const own = await Promise.all(['draft', 'returned'].map((state) => this.entries.list(actor, { state })));
    return own.flatMap(({ items }) => items).filter((entry) => entry.sight === 'own');
  }

  /** Entries that wait for the actor's acceptance, each in the list of the mechanism where it waits. */
  async toAccept(actor: Actor): Promise<SeenEntry[]> {
    const accepting = mechanismsWhere(actor, 'progress.accept');
    const waiting = await Promise.all(
      accepting.map((mechanism) => this.entries.list(actor, { mechanism, state: 'submitted' })),
    );
    return waiting.flatMap(({ items }) => items);
  }

  private async reportedUntil(
    voices: { mechanismId: string; voice: Voice }[],
    itemIds: string[],
  ): Promise<Map<string, Day>> {
    const links = await this.unitOfWork.read
      .createQueryBuilder(EntryItem, 'link')
      .innerJoin('link.entry', 'entry')
      .innerJoin('link.item', 'item')
      .innerJoin('item.plan', 'plan')
      // What was said stands until the next version, however far that one is.
      .innerJoin(EntryVersion, 'said', 'said.entryId = entry.id AND said.number = entry.submittedVersion')
      .where(`link.itemId IN (:...itemIds) AND entry.state <> 'withdrawn'`, { itemIds })
      .select('link.itemId', 'itemId')
      .addSelect('plan.mechanismId', 'mechanismId')
      .addSelect('entry.reporterKind', 'kind')
      .addSelect('entry.reporter', 'reporter')
      .addSelect('MAX(said.periodEnd)', 'until')
      .groupBy('link.itemId')
      .addGroupBy('plan.mechanismId')
      .addGroupBy('entry.reporterKind')
      .addGroupBy('entry.reporter')
      .getRawMany<Reported>();
    const until = new Map<string, Day>();
    for (const report of links) {
      if (!voices.some(({ mechanismId, voice }) => speaks(report, mechanismId, voice))) continue;
      if (report.until > (until.get(report.itemId) ?? '')) until.set(report.itemId, report.until);
    }
    return until;
  }
}

interface Reported {
  itemId: string;
  mechanismId: string;
  kind: Voice['kind'];
  reporter: string;
  until: Day;
}

function ownership(voice: Voice, index: number): { condition: string; subject: string | null } {
  switch (voice.kind) {
    case 'secretariat':
      return { condition: `owner.kind IN ('secretariat', 'group', 'working-group')`, subject: null };
    case 'state':
      return {
        condition: `(owner.kind = 'all-members' OR (owner.kind = 'state' AND owner.subject = :subject${index}))`,
        subject: voice.subject,
      };
    case 'partner':
      return {
        condition: `owner.kind = 'partner' AND owner.subject = :subject${index}`,
        subject: voice.subject,
      };
  }
}

const speaks = (report: Reported, mechanismId: string, voice: Voice) =>
  report.mechanismId === mechanismId &&
  report.kind === voice.kind &&
  report.reporter === (voice.subject ?? '');
