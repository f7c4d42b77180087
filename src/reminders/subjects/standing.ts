import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Voice } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { Disclosure, EntryItem, EntryVersion } from '../../progress/entries/entry.entity.js';
import { voiceKey } from '../sweep/recipients.js';
import { EVERY_ITEM, type ReminderRule, ReminderWish } from '../reminder.entity.js';
import { answeredFrom, previousOccurrenceDay } from '../rules/schedule.js';

/** SQLite takes a bounded number of parameters. */
const IDS_AT_ONCE = 1000;

/** What people said already: what they reported on items, and what they wish for reminders. */
export class Standing {
  /** Last day any answer reaches to, by item and voice. */
  readonly answers = new Map<string, Day>();
  /** Wishes by account and item. */
  readonly wishes = new Map<string, ReminderWish>();

  /**
   * Whether every voice a person is asked for has answered: has an entry on the item, submitted or accepted in the
   * item's mechanism, that reaches to `from`. Somebody else of the same voice may have written it; another State's says nothing.
   */
  answered(itemId: string, voices: readonly Voice[], from: Day): boolean {
    return voices.every((voice) => (this.answers.get(`${itemId}/${voiceKey(voice)}`) ?? '') >= from);
  }

  /** Whether the person asked not to be reminded of this on a day. */
  wish(accountId: string, itemId: string, day: Day): 'stopped' | 'not-this-round' | null {
    const own = [this.wishes.get(`${accountId}/${EVERY_ITEM}`), this.wishes.get(`${accountId}/${itemId}`)];
    if (own.some((wish) => wish?.untilDay === null)) return 'stopped';
    return own.some((wish) => wish?.untilDay && day < wish.untilDay) ? 'not-this-round' : null;
  }
}

@Injectable()
export class Standings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How things stand now for these items and people. */
  async of(itemIds: Iterable<string>, accountIds: Iterable<string>): Promise<Standing> {
    const standing = new Standing();
    for (const ids of slices(itemIds)) await this.readAnswers(ids, standing);
    for (const ids of slices(accountIds)) {
      for (const wish of await this.unitOfWork.read.findBy(ReminderWish, { accountId: In(ids) })) {
        standing.wishes.set(`${wish.accountId}/${wish.itemId}`, wish);
      }
    }
    return standing;
  }

  /**
   * An answer is what was submitted last, as it stands in the mechanism that asks: a draft is not yet one, and what that
   * secretariat gave back no longer. While the next version is written it stands, since nobody is to learn of that.
   */
  private async readAnswers(itemIds: string[], standing: Standing): Promise<void> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(EntryItem, 'link')
      .innerJoin('link.entry', 'entry')
      .innerJoin('link.item', 'item')
      .innerJoin('item.plan', 'plan')
      .innerJoin(Disclosure, 'place', 'place.entryId = entry.id AND place.mechanismId = plan.mechanismId')
      .innerJoin(EntryVersion, 'said', 'said.entryId = entry.id AND said.number = entry.submittedVersion')
      .select('link.itemId', 'itemId')
      .addSelect('entry.reporterKind', 'kind')
      .addSelect('entry.reporter', 'subject')
      .addSelect('MAX(said.periodEnd)', 'until')
      .where('link.itemId IN (:...itemIds)', { itemIds })
      // As `stateIn` says for one: submitted or accepted here, and not given back.
      .andWhere(`entry.state <> 'withdrawn' AND entry.submittedVersion > 0`)
      .andWhere(
        '(place.returnedVersion <> entry.submittedVersion OR place.acceptedVersion = entry.submittedVersion)',
      )
      .groupBy('link.itemId')
      .addGroupBy('entry.reporterKind')
      .addGroupBy('entry.reporter')
      .getRawMany<{ itemId: string; kind: string; subject: string; until: Day }>();
    for (const row of rows) standing.answers.set(`${row.itemId}/${voiceKey(row)}`, row.until);
  }
}

/**
 * To which day an entry has to reach to answer a rule's due day: for a periodic rule beyond its occurrence
 * before; for the others see `answeredFrom`.
 */
export function answersFrom(rule: ReminderRule, zone: string, dueDay: Day, itemStart: Day | null): Day {
  if (rule.kind !== 'periodic') return answeredFrom(dueDay, itemStart);
  return addDays(previousOccurrenceDay(rule.recurrence!, zone, dueDay), 1);
}

export function* slices(ids: Iterable<string>): Generator<string[]> {
  const all = [...new Set(ids)];
  for (let start = 0; start < all.length; start += IDS_AT_ONCE) yield all.slice(start, start + IDS_AT_ONCE);
}
