import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/i18n/day.js';
import { EntryItem, EntryVersion } from '../entries/entry.entity.js';
import type { Answering, VoiceIn } from './owned-items.js';

interface Reported {
  itemId: string;
  mechanismId: string;
  kind: Answering['kind'];
  reporter: string;
  until: Day;
}

/** By item, the end of the latest period that one of these voices reported on it; no entry where none has. */
export async function reportedUntil(
  read: EntityManager,
  voices: readonly VoiceIn[],
  itemIds: string[],
): Promise<Map<string, Day>> {
  const links = await read
    .createQueryBuilder(EntryItem, 'link')
    .innerJoin('link.entry', 'entry')
    .innerJoin('link.item', 'item')
    .innerJoin('item.plan', 'plan')
    // What was said stands until the next version, however far that one is.
    .innerJoin(EntryVersion, 'said', 'said.entryId = entry.id AND said.number = entry.submittedVersion')
    .andWhere('link.number = said.number')
    .andWhere(`link.itemId IN (:...itemIds) AND entry.state <> 'withdrawn'`, { itemIds })
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

const speaks = (report: Reported, mechanismId: string, voice: Answering) =>
  report.mechanismId === mechanismId &&
  report.kind === voice.kind &&
  report.reporter === (voice.subject ?? '');
